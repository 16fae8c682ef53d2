// The right side: the issue as it is read, and the tools of the chosen block.

import { byId, button, h } from './dom.js'
import { kindList, kindName, t } from './words.js'
import { choose, light, send, sendPicture, state } from './desk.js'
import { editor } from './edit.js'

const quoted = JSON.stringify

export function drawIssue() {
  const place = byId('issue')
  const top = place.scrollTop
  const { view } = state
  place.replaceChildren(
    h('nav', { class: 'toc', 'aria-label': t('contents') }, view.articles.map((a) => button(name(a), () => choose(first(a)), { class: 'link' }))),
    ...view.articles.map(article),
    zone('front', view.front), zone('dropped', view.dropped), said(),
  )
  place.scrollTop = top
}

const name = (a) => a.title || t('untitled')
const first = (a) => a.blocks.find((b) => b.lines.length).lines[0]
export const lineOfArticle = (id) => first(state.view.articles.find((a) => a.id === id))

function article(a) {
  const head = h('h2', {
    draggable: 'true', tabindex: '0', data: { id: a.id },
    ondragstart: (e) => e.dataTransfer.setData('text/plain', `article ${first(a)}`),
    ondragover: (e) => e.preventDefault(),
    ondrop: (e) => droppedOnArticle(e, a),
    onclick: () => choose(first(a)),
    onkeydown: (e) => { if (e.key === 'Enter') { e.stopPropagation(); choose(first(a)) } },
  }, h('span', { class: 'where' }, [a.section, a.subsection].filter(Boolean).join(' › '), a.page ? ` · ${a.page}` : ''), name(a), h('span', { class: 'by' }, (a.authors ?? []).join('、')))
  return h('article', { 'aria-label': name(a), id: `article-${a.id}` }, head, details(a), a.blocks.map((b, i) => block(b, a, i)))
}

function droppedOnArticle(e, a) {
  e.preventDefault()
  const [what, line] = e.dataTransfer.getData('text/plain').split(' ')
  if (what === 'article') send({ say: [`${line} follows ${first(a)}`] })
  if (what === 'block') send({ say: [`${line} in ${first(a)}`] })
}

// details are what an article is called.
function details(a) {
  const fields = [['title', a.title], ['subtitle', a.subtitle], ['authors', (a.authors ?? []).join('、')], ['section', a.section], ['subsection', a.subsection], ['page', a.page || '']]
  const form = h('form', { onsubmit: (e) => {
    e.preventDefault()
    const changed = fields.filter(([key, was]) => form.elements[key].value.trim() !== String(was))
    if (changed.length) send({ say: changed.map(([key]) => `${first(a)} ${key} ${key === 'page' ? Number(form.elements[key].value) || 0 : quoted(form.elements[key].value.trim())}`) })
  } }, fields.map(([key, value]) => h('label', {}, t(key === 'page' ? 'pageNumber' : key), h('input', { name: key, value: String(value ?? ''), inputmode: key === 'page' ? 'numeric' : null }))),
  h('button', { type: 'submit' }, t('save')),
  articleNames(t('follows'), (id) => send({ say: [`${first(a)} follows ${lineOfArticle(id)}`] }), a.id))
  return h('details', { class: 'fields' }, h('summary', {}, t('details')), form)
}

// articleNames asks for an article by its name.
export function articleNames(label, then, but) {
  const list = state.view.articles.filter((a) => a.id !== but)
  return h('label', { class: 'ask' }, label, h('select', { onchange: (e) => { if (e.target.value) then(e.target.value) } },
    h('option', { value: '' }, ''), list.map((a) => h('option', { value: a.id }, name(a)))))
}

function block(b, a, i) {
  if (!b.lines.length) return h('div', { class: 'block k-picture' }, h('span', { class: 'tag' }, kindName('picture')), h('img', { src: `picture/${encodeURIComponent(b.picture)}`, alt: '', loading: 'lazy' }))
  const kind = b.form || b.kind
  const line = b.lines[0]
  const e = h('div', {
    class: `block k-${kind}`, id: `block-${line}`, data: { line, lines: b.lines.join(' '), article: a?.id ?? '', index: i }, draggable: 'true', tabindex: '-1',
    onclick: (ev) => { if (!ev.target.closest('.tools, .editing')) choose(line, false) },
    onmouseenter: () => peek(line), onmouseleave: () => light(state.line),
    ondragstart: (ev) => { ev.stopPropagation(); ev.dataTransfer.setData('text/plain', `block ${line}`) },
    ondragover: (ev) => ev.preventDefault(),
    ondrop: (ev) => droppedOnBlock(ev, b, a),
  }, h('span', { class: 'tag' }, kindName(kind)), h('span', { class: 'text' }, b.text || b.why),
  kind === 'caption' && !b.picture ? h('span', { class: 'drop' }, t('dropHere')) : null)
  e.block = b
  return e
}

function peek(line) {
  const chosen = state.line
  light(line)
  state.line = chosen
}

function droppedOnBlock(e, b, a) {
  e.preventDefault()
  e.stopPropagation()
  const file = e.dataTransfer.files[0]
  if (file) return sendPicture(b.lines[0], file)
  const [what, line] = e.dataTransfer.getData('text/plain').split(' ')
  if (what === 'block' && a && Number(line) !== b.lines[0]) send({ say: [`${line} behind ${b.lines.at(-1)}`] })
}

function zone(what, blocks) {
  if (!blocks?.length) return ''
  return h('details', { class: 'zone' }, h('summary', {}, `${t(what)} · ${blocks.length}`), blocks.map((b, i) => block(b, null, i)))
}

function said() {
  const list = state.view.said ?? []
  if (!list.length) return ''
  return h('details', { class: 'zone', id: 'said' }, h('summary', {}, `${t('said')} · ${list.length}`), h('ol', {}, list.map((c) => h('li', {},
    c.line ? button(t('line', c.line), () => choose(c.line), { class: 'link' }) : null, ' ', h('span', {}, c.says), c.editor ? ` — ${c.editor}` : '', ' ', button(t('withdraw'), () => send({ withdraw: c.index }))))))
}

export function lightIssue(n, scroll) {
  for (const e of document.querySelectorAll('#issue .lit')) e.classList.remove('lit')
  const e = document.querySelector(`#issue .block[data-lines~="${n}"]`)
  if (!e) return
  e.classList.add('lit')
  const shut = e.closest('details.zone:not([open])')
  if (shut && scroll) shut.open = true
  if (n === state.line) tools(e)
  if (scroll) e.scrollIntoView({ block: 'center' })
}

const chosen = () => document.querySelector(`#issue .block[data-lines~="${state.line}"]`)

// tools puts the tools of a block under it.
function tools(e) {
  const old = document.querySelector('#issue .tools')
  if (old && old.parentElement === e && old.dataset.line === String(state.line)) return
  old?.remove()
  const b = e.block
  const line = b.lines[0]
  const kind = b.form || b.kind
  const at = state.view.articles.find((a) => a.id === e.dataset.article)
  const before = at?.blocks.slice(0, Number(e.dataset.index)).findLast((k) => k.lines.length)
  e.append(h('div', { class: 'tools', role: 'toolbar', 'aria-label': kindName(kind), data: { line: state.line } },
    h('label', {}, t('kind'), h('select', { name: 'kind', onchange: (ev) => send({ say: [`${line} is ${ev.target.value}`] }) },
      kindList.map((k) => h('option', { value: k, selected: k === kind }, kindName(k))))),
    button(t('edit'), () => editBlock(), { title: 'e', class: 'edit' }),
    before ? button(t('join'), () => send({ say: [`${line} after ${before.lines.at(-1)}`] }), { class: 'join' }) : null,
    b.lines.slice(1).map((n, i) => button(t('split', n), () => send({ say: [`${b.lines[i]} ends`] }), { class: 'split' })),
    at && kind === 'title' ? button(t('beginsNot'), () => send({ say: [`${line} begins not`] })) : null,
    at && kind !== 'title' ? button(t('begins'), () => send({ say: [`${line} begins`] }), { class: 'begins' }) : null,
    articleNames(t('move'), (id) => send({ say: [`${line} in ${lineOfArticle(id)}`] }), at?.id),
    kind === 'caption' ? h('label', { class: 'file' }, t('picture'), h('input', { type: 'file', accept: 'image/jpeg,image/png', onchange: (ev) => sendPicture(line, ev.target.files[0]) })) : null,
    button(t('why'), (ev) => why(ev.target.parentElement, state.line)),
  ))
}

async function why(place, line) {
  const told = await (await fetch(`why?line=${line}`)).json()
  place.querySelector('.why')?.remove()
  place.append(h('ul', { class: 'why' }, (told ?? []).map((s) => h('li', {}, s))))
}

export function editBlock() {
  const e = chosen()
  if (e) editor(e, e.block)
}

export function focusTools() { chosen()?.querySelector('.tools select')?.focus() }
