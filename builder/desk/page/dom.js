// Elements are made of text and attributes alone: nothing that an issue says is
// ever read as markup.

export function h(tag, props, ...children) {
  const e = document.createElement(tag)
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue
    if (key.startsWith('on')) e.addEventListener(key.slice(2), value)
    else if (key === 'data') Object.assign(e.dataset, value)
    else if (key in e && key !== 'list' && typeof value !== 'string') e[key] = value
    else e.setAttribute(key, value === true ? '' : value)
  }
  e.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false))
  return e
}

export const byId = (id) => document.getElementById(id)

export const button = (label, press, props) => h('button', { type: 'button', onclick: press, ...props }, label)

const ns = 'http://www.w3.org/2000/svg'

export function svg(tag, props, ...children) {
  const e = document.createElementNS(ns, tag)
  for (const [key, value] of Object.entries(props ?? {})) e.setAttribute(key, value)
  e.append(...children)
  return e
}
