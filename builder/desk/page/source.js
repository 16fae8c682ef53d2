// The left side: the source as it came, line by line.

import { byId, h } from './dom.js'
import { kindName } from './words.js'
import { choose, light, state } from './desk.js'

let drawn = null

// places gives for each line what it was read as.
function places() {
  const at = new Map()
  const put = (blocks, zone) => blocks?.forEach((b) => b.lines.forEach((n) => at.set(n, { kind: b.form || b.kind, zone })))
  state.view.articles.forEach((a, i) => put(a.blocks, i % 2 ? 'odd' : 'even'))
  put(state.view.front, 'front')
  put(state.view.dropped, 'out')
  return at
}

export function drawSource() {
  const at = places()
  const doubted = new Set(state.view.doubts.flatMap((d) => d.lines ?? []))
  if (!drawn) {
    drawn = state.lines.map((text, i) => row(i + 1, text))
    byId('source').replaceChildren(h('ol', {}, drawn.filter(Boolean)))
  }
  drawn.forEach((line, i) => {
    if (!line) return
    const place = at.get(i + 1)
    line.className = `line ${place?.zone ?? ''}${doubted.has(i + 1) ? ' doubted' : ''}`
    line.lastChild.textContent = place ? kindName(place.kind) : ''
    const mended = state.view.mended[i + 1]
    line.classList.toggle('mended', Boolean(mended))
    line.title = mended ?? ''
  })
}

function row(n, text) {
  if (text.trim() === '') return null
  return h('li', { class: 'line', id: `line-${n}`, onclick: () => choose(n), onmouseenter: () => peek(n), onmouseleave: () => light(state.line) },
    h('span', { class: 'n' }, String(n)), h('span', { class: 'text' }, text.trim()), h('span', { class: 'tag' }))
}

// peek lights a line without choosing it.
function peek(n) {
  const chosen = state.line
  light(n)
  state.line = chosen
}

export function lightSource(n, scroll) {
  for (const e of document.querySelectorAll('#source .lit')) e.classList.remove('lit')
  const block = [...state.view.articles.flatMap((a) => a.blocks ?? []), ...(state.view.front ?? []), ...(state.view.dropped ?? [])].find((b) => b.lines.includes(n))
  for (const line of block?.lines ?? [n]) byId(`line-${line}`)?.classList.add('lit')
  if (scroll) byId(`line-${n}`)?.scrollIntoView({ block: 'center' })
}
