// Blocks and articles are dragged by mouse, by pen and by finger. A mouse takes a
// block wherever it is pressed; a finger or a pen takes it by its grip, since
// elsewhere it scrolls.

import { byId, h } from './dom.js'

const slack = 6 // pixels that a press may tremble and still is no drag
const edge = 48 // pixels from the list's edge in which it scrolls along
const pace = 14 // pixels that it scrolls in a frame

let held = null // what is dragged

// takes lets an element be dragged: load says what it is.
export function takes(e, load) {
  e.addEventListener('pointerdown', (ev) => {
    if (held || ev.button !== 0 || !ev.isPrimary || ev.target.closest('.tools, .editing')) return
    if (ev.pointerType !== 'mouse' && !ev.target.closest('.grip')) return
    ev.stopPropagation()
    held = { e, load, id: ev.pointerId, x: ev.clientX, y: ev.clientY, moved: false, over: null, ghost: null }
  })
}

// drops lets something be dropped on an element: then is told what.
export function drops(e, then) { e.dropped = then }

// grip is what a finger holds.
export const grip = (label) => h('span', { class: 'grip', 'aria-hidden': 'true', title: label }, '⠿')

document.addEventListener('pointermove', (ev) => {
  if (held?.id !== ev.pointerId) return
  if (!held.moved && Math.hypot(ev.clientX - held.x, ev.clientY - held.y) < slack) return
  if (!held.moved) lift()
  held.x = ev.clientX
  held.y = ev.clientY
  place()
})

document.addEventListener('pointerup', (ev) => {
  if (held?.id !== ev.pointerId) return
  const { moved, over, load } = held
  end()
  if (!moved) return
  document.addEventListener('click', stop, { capture: true, once: true }) // it was no press
  setTimeout(() => document.removeEventListener('click', stop, true))
  over?.dropped(load)
})

document.addEventListener('pointercancel', (ev) => { if (held?.id === ev.pointerId) end() })
document.addEventListener('keydown', (ev) => { if (ev.key === 'Escape' && held?.moved) { ev.stopPropagation(); end() } }, true)

const stop = (ev) => { ev.stopPropagation(); ev.preventDefault() }

// lift begins the drag.
function lift() {
  held.moved = true
  held.ghost = h('div', { class: 'ghost', 'aria-hidden': 'true' }, held.e.textContent.trim().slice(0, 40))
  document.body.append(held.ghost)
  document.body.classList.add('dragging')
  getSelection().removeAllRanges()
  requestAnimationFrame(scroll)
}

// place moves what is dragged along and lights what it would be dropped on.
function place() {
  held.ghost.style.translate = `${held.x + 12}px ${held.y + 12}px`
  let on = document.elementFromPoint(held.x, held.y)
  while (on && !on.dropped) on = on.parentElement
  if (on === held.e) on = null
  if (on === held.over) return
  held.over?.classList.remove('over')
  held.over = on
  on?.classList.add('over')
}

// scroll brings what stands outside the list under the pointer.
function scroll() {
  if (!held?.moved) return
  const list = byId('issue')
  const { top, bottom } = list.getBoundingClientRect()
  const by = held.y < top + edge ? -pace : held.y > bottom - edge ? pace : 0
  if (by) {
    list.scrollTop += by
    place()
  }
  requestAnimationFrame(scroll)
}

function end() {
  held.ghost?.remove()
  held.over?.classList.remove('over')
  document.body.classList.remove('dragging')
  held = null
}
