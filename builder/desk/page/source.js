// The left side: the source as it came, line by line, or where its pages have
// pictures, those with the lines' boxes.

import { byId, button, h, svg } from './dom.js'
import { kindName, t } from './words.js'
import { choose, light, state } from './desk.js'

let rows = null
let leaf = 0 // the page that is shown, from 1; 0 for lines
let held = 0 // the page that was shown last

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
  const place = byId('source')
  if (!rows) {
    rows = state.lines.map((text, i) => row(i + 1, text))
    leaf = state.leaves.findIndex((l) => l.picture) + 1
    held = leaf
  }
  const at = places()
  const doubted = new Set(state.view.doubts.flatMap((d) => d.lines ?? []))
  const look = (n) => `${at.get(n)?.zone ?? ''}${doubted.has(n) ? ' doubted' : ''}${state.view.mended[n] ? ' mended' : ''}`
  if (leaf) return place.replaceChildren(bar(), sheet(look, at))
  rows.forEach((line, i) => {
    if (!line) return
    const where = at.get(i + 1)
    const now = `${look(i + 1)}|${where?.kind ?? ''}|${state.view.mended[i + 1] ?? ''}`
    if (line.look === now) return
    line.look = now
    line.className = `line ${look(i + 1)}`
    line.lastChild.textContent = where ? kindName(where.kind) : ''
    line.title = state.view.mended[i + 1] ?? ''
  })
  if (!place.querySelector('ol')) place.replaceChildren(...[bar(), h('ol', {}, rows.filter(Boolean))].filter(Boolean))
}

// toggleLeaf turns from the lines to the pages' pictures and back.
export function toggleLeaf() {
  if (!state.leaves.length) return
  leaf = leaf ? 0 : Math.max(1, state.boxes[state.line - 1]?.[0] ?? held)
  drawSource()
  light(state.line, true)
}

function turn(to) {
  leaf = held = Math.max(1, Math.min(state.leaves.length, to))
  drawSource()
  light(state.line)
}

function bar() {
  if (!state.leaves.length) return null
  return h('div', { class: 'bar' },
    button(leaf ? t('asLines') : t('asPage'), toggleLeaf, { title: 'f', id: 'as-page' }),
    leaf ? [
      button('‹', () => turn(leaf - 1), { disabled: leaf <= 1, 'aria-label': t('former') }),
      button('›', () => turn(leaf + 1), { disabled: leaf >= state.leaves.length, 'aria-label': t('next') }),
      h('span', {}, t('sourcePage', leaf, state.leaves.length))] : null)
}

// sheet draws a page's picture, and over it the box of every line.
function sheet(look, at) {
  const { width, height, picture } = state.leaves[leaf - 1]
  const boxes = state.boxes.flatMap((b, i) => b[0] === leaf ? [[i + 1, ...b.slice(1)]] : [])
  const over = svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'boxes', role: 'group', 'aria-label': t('sourcePage', leaf, state.leaves.length) },
    ...boxes.map(([n, x0, y0, x1, y1]) => {
      const e = svg('rect', { id: `box-${n}`, class: `box ${look(n)}`, x: x0 - 1, y: y0, width: x1 - x0 + 2, height: y1 - y0, 'data-line': n, role: 'button',
        'aria-label': `${t('line', n)}: ${kindName(at.get(n)?.kind ?? '')}: ${state.lines[n - 1].trim()}` })
      e.addEventListener('click', () => choose(n, true))
      e.addEventListener('pointerenter', (ev) => { if (ev.pointerType === 'mouse') light(n) })
      e.addEventListener('pointerleave', (ev) => { if (ev.pointerType === 'mouse') light(state.line) })
      return e
    }))
  return h('div', { class: 'leaf' }, picture ? h('img', { src: `leaf?n=${leaf}`, alt: t('sourcePage', leaf, state.leaves.length), width, height }) : h('p', {}, t('noPicture')), over)
}

function row(n, text) {
  if (text.trim() === '') return null
  return h('li', { class: 'line', id: `line-${n}`, onclick: () => choose(n), onmouseenter: () => light(n), onmouseleave: () => light(state.line) },
    h('span', { class: 'n' }, String(n)), h('span', { class: 'text' }, text.trim()), h('span', { class: 'tag' }))
}

export function lightSource(n, scroll) {
  if (leaf && scroll && state.boxes[n - 1]?.[0] && state.boxes[n - 1][0] !== leaf) {
    leaf = held = state.boxes[n - 1][0]
    drawSource()
  }
  for (const e of document.querySelectorAll('#source .lit')) e.classList.remove('lit')
  const block = [...state.view.articles.flatMap((a) => a.blocks), ...state.view.front, ...state.view.dropped].find((b) => b.lines.includes(n))
  const id = leaf ? 'box' : 'line'
  for (const line of block?.lines ?? [n]) byId(`${id}-${line}`)?.classList.add('lit')
  if (scroll) byId(`${id}-${n}`)?.scrollIntoView({ block: 'center' })
}
