// The page's own words, as the server says them in the reader's language.

const { words, keys, kinds, offers } = JSON.parse(document.body.dataset.words)

export const t = (key, ...args) => (words[key] ?? key).replace(/\{(\d)\}/g, (_, i) => args[i])
export const kindName = (kind) => kinds[kind] ?? kind
export const kindList = offers
export const keyList = keys
