// The doubt in hand: what it is about, how it can be read, and the answers.

import { byId, button, h } from './dom.js'
import { t } from './words.js'
import { answer, choose, editDoubt, putAside, send, state, turnDoubt } from './desk.js'
import { askArticle } from './tools.js'

export function drawDoubt() {
  const place = byId('doubt')
  const had = place.contains(document.activeElement)
  const { doubts } = state.view
  if (doubts.length === 0) {
    place.replaceChildren(h('p', { class: 'done' }, t('done')))
    return
  }
  const d = doubts[state.doubt]
  place.replaceChildren(
    h('div', { class: 'head' },
      h('span', { class: `code ${d.severity}` }, d.code),
      h('span', { class: 'message' }, d.title), h('span', { class: 'detail' }, d.says),
      (d.lines ?? []).slice(0, 6).map((n) => button(t('line', n), () => choose(n), { class: 'link' })),
      h('span', { class: 'turn' }, h('span', { class: 'of' }, `${state.doubt + 1} / ${doubts.length}`),
        button(t('former'), () => turnDoubt(-1), { title: 'k' }), button(t('next'), () => turnDoubt(1), { title: 'j', id: 'next' })),
    ),
    h('div', { class: 'choices' },
      (d.choices ?? []).map((c, i) => h('button', { type: 'button', class: 'choice', id: `choice-${i + 1}`, onclick: () => answer(i) },
        h('span', { class: 'label' }, h('kbd', {}, String(i + 1)), ' ', t(c.label)), reading(c.text))),
      d.code === 'contents-only' ? announce(d) : null,
      d.picture ? h('img', { class: 'about', src: `picture/${encodeURIComponent(d.picture)}`, alt: t('pictureOf', d.picture) }) : null,
      d.edit ? h('button', { type: 'button', class: 'choice aside', id: 'mend', onclick: editDoubt }, h('span', { class: 'label' }, h('kbd', {}, 'd'), ' ', t('edit'))) : null,
      d.aside ? h('button', { type: 'button', class: 'choice aside', id: 'aside', onclick: putAside }, h('span', { class: 'label' }, h('kbd', {}, 'x'), ' ', t('aside'))) : null,
    ),
  )
  if (had) place.focus()
}

// reading shows two texts with the joint between them, or one.
function reading(text) {
  if (!text?.length) return null
  const parts = text.slice(0, 2).map((s) => h('span', {}, s))
  if (parts.length === 2) parts.splice(1, 0, h('b', { class: 'joint', 'aria-hidden': 'true' }, '┃'))
  return h('span', { class: 'reading' }, parts)
}

// announce asks for the article of a row of the contents.
function announce(d) {
  return askArticle(t('announces'), (a) => send({ say: [`${d.lines[0]} announces ${a.at}`] }))
}
