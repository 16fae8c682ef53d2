// The right side: the issue as it is read.

import { byId, button, h } from './dom.js'
import { kindName, t } from './words.js'
import { choose, light, send, sendPicture, state } from './desk.js'
import { askArticle, tools } from './tools.js'
import { drops, grip, takes } from './drag.js'

const quoted = JSON.stringify

export function drawIssue() {
  const place = byId('issue')
  const top = place.scrollTop
  const had = place.contains(document.activeElement)
  const { view } = state
  document.querySelector('#issue .tools')?.remove() // they name articles that may be called otherwise now
  renew(place, [
    h('nav', { class: 'toc', 'aria-label': t('contents') }, view.articles.filter(first).map((a) => button(name(a), () => choose(first(a).lines[0]), { class: 'link' }))),
    ...articles(view.articles),
    zone('front', view.front), zone('dropped', view.dropped), said(),
  ].filter(Boolean))
  place.scrollTop = top
  if (had) place.focus()
}

// renew puts children into a place; those that stand there already are not moved,
// so that only what is new is laid out.
function renew(place, children) {
  const stays = new Set(children)
  for (const e of [...place.children]) if (!stays.has(e)) e.remove()
  let at = place.firstChild
  for (const e of children) {
    if (e === at) at = at.nextSibling
    else place.insertBefore(e, at)
  }
}

// articles draws those that have changed; the others are the elements that they were.
let drawn = new Map()
function articles(list) {
  const before = drawn
  drawn = new Map()
  return list.map((a) => {
    const text = JSON.stringify(a)
    const e = before.get(text) ?? article(a)
    e.querySelector('.fields').open = false
    drawn.set(text, e)
    return e
  })
}

const name = (a) => a.title || t('untitled')
const first = (a) => a.blocks.find((b) => b.lines.length)
const at = (a) => first(a)?.at

function article(a) {
  const head = h('h2', {
    data: { id: a.id }, onclick: () => choose(first(a).lines[0]),
  }, grip(t('grip')), h('span', { class: 'where' }, [a.section, a.subsection].filter(Boolean).join(' › '), a.page ? ` · ${a.page}` : ''), name(a), h('span', { class: 'by' }, (a.authors ?? []).join('、')))
  takes(head, { what: 'article', line: at(a) })
  drops(head, (load) => droppedOnArticle(load, a))
  return h('article', { 'aria-label': name(a), id: `article-${a.id}` }, head, details(a), a.blocks.map((b, i) => block(b, a, i)))
}

function droppedOnArticle({ what, line }, a) {
  if (what === 'article' && line !== at(a)) send({ say: [`${line} follows ${at(a)}`] })
  if (what === 'block') send({ say: [`${line} in ${at(a)}`] })
}

// details are what an article is called.
function details(a) {
  const fields = [['title', a.title], ['subtitle', a.subtitle], ['authors', (a.authors ?? []).join('、')], ['section', a.section], ['subsection', a.subsection], ['page', a.page || '']]
  const form = () => h('form', { onsubmit: (e) => {
    e.preventDefault()
    const typed = (key) => e.target.elements[key].value.trim()
    const changed = fields.filter(([key, was]) => typed(key) !== String(was))
    if (changed.length) send({ say: changed.map(([key]) => `${at(a)} ${key} ${key === 'page' ? Number(typed(key)) || 0 : quoted(typed(key))}`) })
  } }, fields.map(([key, value]) => h('label', {}, t(key === 'page' ? 'pageNumber' : key), h('input', { name: key, value: String(value ?? ''), inputmode: key === 'page' ? 'numeric' : null }))),
  h('button', { type: 'submit' }, t('save')),
  askArticle(t('follows'), (other) => send({ say: [`${at(a)} follows ${other.at}`] }), a.id),
  button(t('toFront'), () => send({ say: [`${at(a)} first`] }), { class: 'to-front' }))
  return h('details', { class: 'fields', ontoggle: (e) => { // the form is made when it is wanted: it has the names of all articles
    e.target.querySelector('form')?.remove()
    if (e.target.open) e.target.append(form())
  } }, h('summary', {}, t('details')))
}

function block(b, a, i) {
  if (!b.lines.length) return h('div', { class: 'block k-picture' }, h('span', { class: 'tag' }, kindName('picture')), h('img', { src: `picture/${encodeURIComponent(b.picture)}`, alt: t('pictureOf', b.picture), loading: 'lazy' }))
  const kind = b.form || b.kind
  const line = b.lines[0]
  const e = h('div', {
    class: `block k-${kind}`, id: `block-${line}${b.part ? `-${b.part}` : ''}`, data: { line, lines: b.lines.join(' '), article: a?.id ?? '', index: i }, tabindex: '-1',
    onclick: (ev) => { if (!ev.target.closest('.tools, .editing')) choose(line, false, e) },
    onmouseenter: () => light(line), onmouseleave: () => light(state.line),
    ondragover: (ev) => ev.preventDefault(),
    ondrop: (ev) => fileDropped(ev, b),
  }, h('span', { class: 'tag' }, grip(t('grip')), kindName(kind)), h('span', { class: 'text' }, b.text),
  kind === 'caption' && !b.picture ? h('span', { class: 'drop' }, t('dropHere')) : null)
  e.block = b
  takes(e, { what: 'block', line: b.at })
  if (a) drops(e, ({ what, line }) => { if (what === 'block' && line !== b.at) send({ say: [`${line} behind ${b.lines.at(-1)}`] }) })
  return e
}

function fileDropped(e, b) {
  e.preventDefault()
  sendPicture(b.lines[0], e.dataTransfer.files[0])
}

function zone(what, blocks) {
  if (!blocks?.length) return null
  return h('details', { class: 'zone', id: `zone-${what}` }, h('summary', {}, `${t(what)} · ${blocks.length}`), blocks.map((b, i) => block(b, null, i)))
}

function said() {
  const list = state.view.said ?? []
  if (!list.length) return null
  return h('details', { class: 'zone', id: 'said' }, h('summary', {}, `${t('said')} · ${list.length}`), h('ol', {}, list.map((c) => h('li', {},
    c.line ? button(t('line', c.line), () => choose(c.line), { class: 'link' }) : null, ' ', h('span', {}, c.says), c.editor ? ` — ${c.editor}` : '', ' ', button(t('withdraw'), () => send({ withdraw: c.index }), { 'aria-label': `${t('withdraw')}: ${c.says}` })))))
}

// blockOf gives the block of a line on the page: the one that was chosen, where a
// line is cut and stands in several.
const blockOf = (n) => byId(state.block)?.dataset.lines.split(' ').includes(String(n)) ? byId(state.block) : document.querySelector(`#issue .block[data-lines~="${n}"]`)

export function lightIssue(n, scroll) {
  for (const e of document.querySelectorAll('#issue .lit')) e.classList.remove('lit')
  const e = blockOf(n)
  if (!e) return
  e.classList.add('lit')
  const shut = e.closest('details.zone:not([open])')
  if (shut && scroll) shut.open = true
  if (n === state.line && n !== 0) {
    document.querySelector('#issue [aria-current]')?.removeAttribute('aria-current')
    e.setAttribute('aria-current', 'true')
    tools(e)
  }
  if (scroll) e.scrollIntoView({ block: 'center' })
}

