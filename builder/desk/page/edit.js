// Mending the text of a block in its place, line by line, with the difference shown.

import { button, h } from './dom.js'
import { t } from './words.js'
import { send, state } from './desk.js'

export function editor(place, block) {
  if (place.querySelector('.editing')) return
  const now = (n) => state.view.mended[n] ?? state.lines[n - 1]
  const fields = block.lines.map((n) => {
    const diff = h('p', { class: 'diff', 'aria-live': 'polite' })
    const area = h('textarea', { rows: 3, 'aria-label': t('line', n), oninput: () => show(diff, state.lines[n - 1].trim(), area.value) })
    area.value = now(n).trim()
    show(diff, state.lines[n - 1].trim(), area.value)
    return { n, area, diff }
  })
  const close = () => { form.remove(); place.focus() }
  const save = async () => {
    const changed = fields.filter(({ n, area }) => area.value.trim() !== now(n).trim())
    form.remove()
    for (const { n, area } of changed) await send({ line: n, text: area.value.trim() })
  }
  const form = h('div', { class: 'editing', onkeydown: (e) => {
    if (e.key === 'Escape') { e.stopPropagation(); close() }
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) save()
  } }, fields.map(({ n, area, diff }) => h('label', {}, t('line', n), area, diff)), button(t('save'), save, { class: 'save' }), button(t('cancel'), close))
  place.append(form)
  requestAnimationFrame(() => fields[0].area.focus()) // not before the key that opened it is up
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
