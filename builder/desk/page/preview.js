// The typeset page that the chosen block stands on, drawn from what layout
// placed, and the e-book's chapter.

import { byId, button, h, svg } from './dom.js'
import { t } from './words.js'
import { state } from './desk.js'

let what = 'page'
let shown = 0
let asked = 0

export function drawPreview() {
  if (!state.preview) return
  const e = document.querySelector(`#issue .block[data-lines~="${state.line}"]`)
  const article = e?.dataset.article || state.view.articles[0]?.id
  if (what === 'page') page(`article=${article}&block=${e?.dataset.index ?? 0}`)
  else chapter(article)
}

const bar = (...more) => h('div', { class: 'bar' },
  ['page', 'book'].map((w) => button(t(w), () => { what = w; drawPreview() }, { 'aria-pressed': String(what === w) })), more)

async function page(query) {
  const mine = ++asked
  const answer = await fetch(`sheet?${query}`)
  const sheet = await answer.json()
  if (mine !== asked) return
  const place = byId('preview')
  if (sheet.error) return place.replaceChildren(bar(), h('p', {}, sheet.error))
  shown = sheet.page
  place.replaceChildren(bar(
    button('‹', () => page(`n=${shown - 1}`), { disabled: shown <= 1, 'aria-label': t('former') }),
    button('›', () => page(`n=${shown + 1}`), { disabled: shown >= sheet.pages, 'aria-label': t('next') }),
    h('span', {}, t('toEdition', sheet.page, sheet.pages))), draw(sheet))
}

function draw(sheet) {
  const ink = (x) => x.ink === 'paper' ? '#fff' : x.ink === 'accent' ? `rgb(${sheet.accent.join(' ')})` : '#000'
  return svg('svg', { viewBox: `0 0 ${sheet.width} ${sheet.height}`, class: 'sheet', role: 'img', 'aria-label': t('toEdition', sheet.page, sheet.pages) },
    svg('rect', { width: sheet.width, height: sheet.height, fill: '#fff' }),
    ...(sheet.fills ?? []).map((f) => svg('rect', { x: f.x, y: f.y, width: f.w, height: f.h, fill: ink(f), 'fill-opacity': f.tint / 100 })),
    ...(sheet.runs ?? []).map((r) => svg('text', { x: r.x.join(' '), y: r.y, 'font-size': r.size, 'font-family': `${r.face}, serif`, fill: ink(r), 'fill-opacity': r.tint / 100 }, r.text)))
}

async function chapter(article) {
  const mine = ++asked
  const name = await (await fetch(`chapter?article=${article}`)).json()
  if (mine !== asked) return
  const place = byId('preview')
  if (name.error) return place.replaceChildren(bar(), h('p', {}, name.error))
  place.replaceChildren(bar(), h('iframe', { src: `book/${name}`, sandbox: 'allow-same-origin', title: t('book') }))
}
