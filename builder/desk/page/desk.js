// The desk: what is shown, what is chosen, and what is said to the server.

import { byId, button, h } from './dom.js'
import { keyList, t } from './words.js'
import { drawSource, lightSource, toggleLeaf } from './source.js'
import { drawIssue, lightIssue } from './issue.js'
import { editBlock, focusMove, focusTools, joinBlock } from './tools.js'
import { drawDoubt } from './doubt.js'
import { drawPreview } from './preview.js'

export const state = { lines: [], leaves: [], boxes: [], view: null, doubt: 0, first: 0, line: 0, block: '', preview: false, pane: 'issue' }

async function ask(path, options) {
  let answer
  try {
    answer = await fetch(path, options)
  } catch {
    say(t('lost'), true)
    return null
  }
  const value = await answer.json()
  return { status: answer.status, value }
}

export function say(text, alarm) {
  const status = byId('status')
  status.textContent = text
  status.classList.toggle('alarm', Boolean(alarm))
}

// show draws a view, and keeps what was chosen chosen.
function show(view) {
  const before = state.view
  state.view = view
  if (!before) state.first = view.doubts.length
  state.first = Math.max(state.first, view.doubts.length)
  state.doubt = Math.max(0, Math.min(state.doubt, view.doubts.length - 1))
  drawBar()
  drawDoubt()
  drawSource()
  drawIssue()
  drawPreview()
  light(state.line)
  if (!view.paged) later()
}

// What the pages show is looked for when nothing else is asked for; its doubts
// join the others then.
let asked = 0
function later() {
  clearTimeout(asked)
  asked = setTimeout(async () => {
    const { version } = state.view
    const got = await ask('whole')
    if (got?.value.version !== version || state.view.version !== version || document.querySelector('.editing')) return
    const before = state.view.doubts[state.doubt]
    state.view = got.value
    state.first = Math.max(state.first, got.value.doubts.length)
    const at = got.value.doubts.findIndex((d) => d.code === before?.code && d.message === before?.message && String(d.lines) === String(before?.lines))
    state.doubt = Math.max(0, at)
    drawBar()
    drawDoubt()
    drawSource()
    document.body.dataset.paged = version
  }, 700)
}

let waiting = Promise.resolve()
let pending = 0

// after does something when all before it is done; the body says data-busy until
// nothing is pending any more, and the page shows what the file says.
function after(task) {
  pending++
  document.body.dataset.busy = 'yes'
  waiting = waiting.then(task).finally(() => {
    if (--pending === 0) delete document.body.dataset.busy
  })
  return waiting
}

// send sends a step; steps are sent one after the other, as they were taken.
export function send(step) {
  return after(async () => {
    const began = performance.now()
    say(t('working'))
    const got = await ask('say', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ version: state.view.version, ...step }),
    })
    settle(got, step.say?.join('; '))
    document.body.dataset.took = Math.round(performance.now() - began)
  })
}

// settle shows what came of a step, and tells it: what was said, and how much is left.
function settle(got, said) {
  if (!got) return
  if (!got.value.version) return say(got.value.error, true)
  const same = got.value.version === state.view.version
  show(got.value)
  if (got.status === 409) say(t('changed'), true)
  else if (got.value.error) say(got.value.error, true)
  else say(same ? t('nothing') : [t('saved', got.value.kept), said, t('left', got.value.doubts.length, state.first)].filter(Boolean).join(' · '))
}

export function sendPicture(line, file) {
  if (!file) return
  const query = new URLSearchParams({ version: state.view.version, line, name: file.name })
  return after(async () => settle(await ask(`picture?${query}`, { method: 'POST', body: file })))
}

// light shows a line and its block on both sides.
export function light(line, scroll = false) {
  lightSource(line, scroll)
  lightIssue(line, scroll)
}

export function choose(line, scroll = true, block = null) {
  state.block = block?.id ?? ''
  state.line = line
  light(line, scroll)
  drawPreview()
}

export function turnDoubt(by) {
  const n = state.view.doubts.length
  if (n === 0) return
  state.doubt = (state.doubt + by + n) % n
  drawDoubt()
  chooseDoubt()
}

// chooseDoubt shows where a doubt is: the line of it that stands in an article,
// rather than the row of the contents.
function chooseDoubt() {
  const lines = state.view.doubts[state.doubt]?.lines ?? []
  const line = lines.find((n) => document.querySelector(`#issue article .block[data-lines~="${n}"]`)) ?? lines[0]
  if (line) choose(line)
}

export function answer(i) {
  const choice = state.view.doubts[state.doubt]?.choices?.[i]
  if (choice) send({ say: choice.say, withdraw: choice.withdraw }).then(chooseDoubt)
}

export function putAside() {
  const aside = state.view.doubts[state.doubt]?.aside
  if (aside) send({ say: aside }).then(chooseDoubt)
}

export function togglePreview() {
  state.preview = !state.preview
  state.pane = state.preview ? 'preview' : 'issue'
  byId('preview').hidden = !state.preview
  drawBar()
  drawPreview()
  light(state.line, true) // the columns have another width now, and their lines other places
}

function drawBar() {
  const { view } = state
  byId('count').textContent = t('left', view.doubts.length, state.first)
  byId('tools').replaceChildren(
    button(t('undo'), () => send({ undo: true }), { disabled: view.undo === 0, title: 'u', id: 'undo' }),
    button(t('redo'), () => send({ redo: true }), { disabled: view.redo === 0, title: 'Shift u', id: 'redo' }),
    button(t('preview'), togglePreview, { 'aria-pressed': String(state.preview), title: 'p', id: 'show-preview' }),
    button('?', openHelp, { 'aria-label': t('help'), title: '?' }),
  )
  byId('tabs').replaceChildren(...['source', 'issue', 'preview'].filter((p) => p !== 'preview' || state.preview).map((p) =>
    button(t(p), () => { state.pane = p; drawBar() }, { 'aria-pressed': String(state.pane === p) })))
  document.body.dataset.pane = state.pane
  document.body.dataset.preview = state.preview
}

function openHelp() {
  const help = byId('help')
  help.setAttribute('aria-label', t('help'))
  help.replaceChildren(
    h('h2', {}, t('help')),
    h('dl', {}, keyList.map(([key, what]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)])),
    h('p', {}, t('mouse')),
    button(t('close'), () => help.close(), { autofocus: true }),
  )
  help.showModal()
}

const keys = {
  j: () => turnDoubt(1), k: () => turnDoubt(-1), 1: () => answer(0), 2: () => answer(1), 3: () => answer(2), x: putAside,
  d: editDoubt, s: () => editBlock(true), m: () => focusMove(), b: joinBlock, f: toggleLeaf,
  u: () => send({ undo: true }), U: () => send({ redo: true }), '?': openHelp, p: togglePreview, e: () => editBlock(), Enter: () => focusTools(),
  ArrowDown: () => step(1), ArrowUp: () => step(-1),
}

// These keys lead to a field, and act when they are up: the letter of one that is
// held would be written there.
const toWords = ['d', 'e', 'm', 's']

// editDoubt mends the words that the doubt in hand is about.
export function editDoubt() {
  const line = state.view.doubts[state.doubt]?.edit
  if (!line) return
  choose(line)
  editBlock()
}

// step goes to the next or the former block of the issue.
function step(by) {
  const blocks = [...document.querySelectorAll('#issue .block[data-line]')]
  const at = blocks.findIndex((b) => b.ariaCurrent)
  const next = blocks[at < 0 ? 0 : Math.max(0, Math.min(blocks.length - 1, at + by))]
  if (next?.dataset.line) choose(Number(next.dataset.line), true, next)
}

document.addEventListener('keydown', (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || byId('help').open) return
  if (e.target.closest('input, textarea, select') || (e.key === 'Enter' && e.target.closest('button, summary, a'))) return
  const act = keys[e.key]
  if (!act) return
  e.preventDefault()
  if (!toWords.includes(e.key)) act()
  else if (!e.repeat) document.addEventListener('keyup', () => act(), { once: true })
})

// What somebody else changed is seen within moments.
async function watch() {
  if (document.visibilityState === 'visible' && !document.querySelector('.editing')) {
    const got = await ask('version')
    if (got?.value.error) say(got.value.error, true)
    else if (got && got.value !== state.view.version) {
      const view = await ask('view')
      if (view?.value.version && view.value.version !== state.view.version) {
        show(view.value)
        say(t('changed'), true)
      }
    }
  }
  setTimeout(watch, 2000)
}

for (const id of ['doubt', 'source', 'issue', 'preview']) byId(id).setAttribute('aria-label', t(id === 'doubt' ? 'doubts' : id))
const [source, view] = await Promise.all([ask('source'), ask('view')])
if (view?.value.version) {
  Object.assign(state, source.value)
  show(view.value)
  chooseDoubt()
  document.body.dataset.ready = 'yes'
  setTimeout(watch, 2000)
} else if (view) say(view.value.error, true)
