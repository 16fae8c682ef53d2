// The tools of the chosen block: each by mouse, by finger and by a key.

import { button, h } from './dom.js'
import { kindList, kindName, t } from './words.js'
import { send, sendPicture, state } from './desk.js'
import { editor } from './edit.js'

const chosen = () => document.querySelector('#issue .block[aria-current]')

// tools puts the tools of a block under it.
export function tools(e) {
  const old = document.querySelector('#issue .tools')
  if (old && old.parentElement === e && old.dataset.line === String(state.line)) return
  old?.remove()
  const b = e.block
  const kind = b.form || b.kind
  const at = articleOf(e)
  const before = blockBefore(e)
  e.append(h('div', { class: 'tools', role: 'toolbar', 'aria-label': t('tools', kindName(kind)), data: { line: state.line } },
    h('label', {}, t('kind'), h('select', { name: 'kind', onchange: (ev) => send({ say: [`${b.at} is ${ev.target.value}`] }) },
      kindList.map((k) => h('option', { value: k, selected: k === kind }, kindName(k))))),
    button(t('edit'), () => editBlock(), { title: 'e', class: 'edit' }),
    button(t('cut'), () => editBlock(true), { title: 's', class: 'split' }),
    before ? button(t('join'), joinBlock, { title: 'b', class: 'join' }) : null,
    at && kind === 'title' ? button(t('beginsNot'), () => send({ say: [`${b.at} begins not`] }), { class: 'begins-not' }) : null,
    at && kind !== 'title' ? button(t('begins'), () => send({ say: [`${b.at} begins`] }), { class: 'begins' }) : null,
    before ? button(t('up'), () => up(e), { class: 'up' }) : null,
    blockAfter(e) ? button(t('down'), () => down(e), { class: 'down' }) : null,
    askArticle(t('move'), (a) => send({ say: [`${b.at} in ${a.at}`] }), at?.id),
    kind === 'caption' ? h('label', { class: 'file' }, t('picture'), h('input', { type: 'file', accept: 'image/jpeg,image/png', onchange: (ev) => sendPicture(b.lines[0], ev.target.files[0]) })) : null,
    button(t('why'), (ev) => why(ev.target.parentElement, state.line), { class: 'ask-why' }),
  ))
}

export const articleOf = (e) => state.view.articles.find((a) => a.id === e.dataset.article)

function blockBefore(e) {
  return articleOf(e)?.blocks.slice(0, Number(e.dataset.index)).findLast((b) => b.lines.length)
}

function blockAfter(e) {
  return articleOf(e)?.blocks.slice(Number(e.dataset.index) + 1).find((b) => b.lines.length)
}

// joinBlock lets the chosen block go on after the one before it.
export function joinBlock() {
  const e = chosen()
  const before = e && blockBefore(e)
  if (before) send({ say: [`${e.block.at} after ${before.lines.at(-1)}`] })
}

// up and down exchange a block with its neighbour.
const up = (e) => send({ say: [`${blockBefore(e).at} behind ${e.block.lines.at(-1)}`] })
const down = (e) => send({ say: [`${e.block.at} behind ${blockAfter(e).lines.at(-1)}`] })

async function why(place, line) {
  const told = await (await fetch(`why?line=${line}`)).json()
  place.querySelector('.why')?.remove()
  place.append(h('ul', { class: 'why', role: 'status' }, (told ?? []).map((s) => h('li', {}, s))))
}

// editBlock opens the words of the chosen block, to be mended or to be cut.
export function editBlock(cut) {
  const e = chosen()
  if (e) editor(e, e.block, cut)
}

export function focusTools() { chosen()?.querySelector('.tools select')?.focus() }

export function focusMove() { chosen()?.querySelector('.tools .ask input')?.focus() }

let asked = 0

// askArticle asks for an article by its name: typed, as far as it tells one, or
// taken from the list.
export function askArticle(label, then, but) {
  const list = state.view.articles.filter((a) => a.id !== but && a.blocks.some((b) => b.lines.length))
  const id = `articles-${++asked}`
  const at = (a) => a.blocks.find((b) => b.lines.length).at
  const named = (typed) => {
    const exact = list.filter((a) => a.title === typed)
    const near = exact.length ? exact : list.filter((a) => a.title.includes(typed))
    return typed && near.length === 1 ? near[0] : null
  }
  const take = (input, whole) => {
    const found = named(input.value.trim())
    if (!found || (!whole && found.title !== input.value.trim())) return
    then({ ...found, at: at(found) })
  }
  return h('label', { class: 'ask' }, label,
    h('input', { type: 'text', autocomplete: 'off', list: id,
      oninput: (e) => { if (e.inputType === undefined || e.inputType === 'insertReplacementText') take(e.target, false) },
      onkeydown: (e) => {
        if (e.key !== 'Enter') return
        e.preventDefault()
        take(e.target, true)
        e.target.setAttribute('aria-invalid', String(!named(e.target.value.trim())))
      } }),
    h('datalist', { id }, list.map((a) => h('option', { value: a.title }))))
}


