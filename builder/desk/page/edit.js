// The words of a block in their place, line by line: mended, with the difference
// shown, or cut in two where the cursor stands.

import { button, h } from './dom.js'
import { t } from './words.js'
import { say, send, state } from './desk.js'

export function editor(place, block, cut) {
  if (place.querySelector('.editing')) return
  const came = (n) => state.lines[n - 1].trim()
  const now = (n) => (state.view.mended[n] ?? state.lines[n - 1]).trim()
  const fields = block.lines.map((n) => {
    const diff = h('p', { class: 'diff', role: 'status' })
    const area = h('textarea', { rows: 3, 'aria-label': t('line', n), oninput: () => show(diff, came(n), area.value), onfocus: () => { last = field } })
    const field = { n, area, diff }
    area.value = now(n)
    show(diff, came(n), area.value)
    return field
  })
  let last = fields[0]
  const close = () => { form.remove(); place.focus() }
  const save = async () => {
    const changed = fields.filter(({ n, area }) => area.value.trim() !== now(n))
    form.remove()
    for (const { n, area } of changed) await send({ line: n, text: area.value.trim() })
  }
  const cutHere = () => {
    const { n, area } = last
    const at = sourceOffset(state.lines[n - 1], area.value, area.selectionStart)
    if (at === null) return say(t('cutElsewhere'), true)
    form.remove()
    if (at === 0) { // a line's beginning needs no cut
      const before = block.lines[block.lines.indexOf(n) - 1]
      if (before) send({ say: [`${before} ends`] })
      else say(t('nothing'))
      return
    }
    send({ line: n, cut: at })
  }
  const form = h('div', { class: 'editing', role: 'group', 'aria-label': t(cut ? 'cut' : 'edit'), onkeydown: (e) => {
    if (e.key === 'Escape') { e.stopPropagation(); close() }
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) (cut ? cutHere : save)()
  } },
  cut ? h('p', { class: 'hint' }, t('cutHint')) : null,
  fields.map(({ n, area, diff }) => h('label', {}, t('line', n), area, diff)),
  cut ? button(t('cutHere'), cutHere, { class: 'cut-here' }) : button(t('save'), save, { class: 'save' }),
  cut ? null : button(t('cutHere'), cutHere, { class: 'cut-here' }), button(t('cancel'), close))
  place.append(form)
  fields[0].area.focus()
  if (cut) fields[0].area.setSelectionRange(0, 0)
}

// sourceOffset turns a place in a line as it is written now into one of the line
// as it came, in characters; 0 is its beginning, null a place among mended words.
function sourceOffset(source, text, caret) {
  const head = text.slice(0, caret), tail = text.slice(caret)
  const margin = source.length - source.trimStart().length
  if (head.trim() === '') return 0
  if (source.slice(margin).startsWith(head)) return [...source.slice(0, margin + head.length)].length
  if (tail.trim() !== '' && source.trimEnd().endsWith(tail.trimEnd())) return [...source.trimEnd().slice(0, source.trimEnd().length - tail.trimEnd().length)].length
  return null
}

// show tells the part that differs.
function show(place, was, is) {
  const a = [...was], b = [...is]
  let head = 0, tail = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const gone = a.slice(head, a.length - tail).join(''), come = b.slice(head, b.length - tail).join('')
  if (gone === '' && come === '') return place.replaceChildren()
  place.replaceChildren('…', a.slice(Math.max(0, head - 8), head).join(''), h('del', {}, gone), h('ins', {}, come), a.slice(a.length - tail, a.length - tail + 8).join(''), '…')
}
