// Searches the index that lies beside the pages. Everything comes as scripts
// that call one of the functions below, since a page that was opened from a
// disk may load nothing else.
"use strict";
const kanyin = (() => {
  const root = new URL("..", document.currentScript.src);
  const got = new Map(); // what scripts handed over, by name
  const waiting = new Map();

  // load gives what a script hands over under a name.
  function load(name, path) {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((resolve, reject) => {
        const s = document.createElement("script");
        s.src = new URL(path.split("/").map(encodeURIComponent).join("/"), root);
        s.onload = () => { s.remove(); resolve(got.get(name)); };
        s.onerror = () => { s.remove(); waiting.delete(name); reject(new Error(path)); };
        document.head.append(s);
      }));
    }
    return waiting.get(name);
  }

  const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  const runs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}])+/gu;
  const fold = (s) => s.normalize("NFKC").toLowerCase();

  // terms gives the runs of a query that can be searched: two ideographs or
  // more, or a word.
  function terms(query) {
    return (fold(query).match(runs) || []).filter((t) => !ideograph.test(t) || [...t].length > 1);
  }

  function keys(term) {
    if (!ideograph.test(term)) return [term];
    const c = [...term];
    return c.slice(1).map((x, i) => c[i] + x);
  }

  function hash(key) {
    let h = 2166136261;
    for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 16777619) >>> 0;
    return h;
  }

  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const value = new Map([...digits].map((c, i) => [c, i]));

  // articles reads postings: the number of each article, and whether the key
  // stands in its title.
  function articles(text) {
    const list = new Map();
    let last = -1, n = 0, shift = 0;
    for (const c of text) {
      const v = value.get(c);
      n |= (v & 31) << shift;
      shift += 5;
      if (v < 32) {
        last += (n >> 1) + 1;
        list.set(last, n & 1);
        n = shift = 0;
      }
    }
    return list;
  }

  // candidates gives the articles of a title that hold all keys; those that
  // hold them in their titles first, then the newest.
  async function candidates(title, wanted) {
    const lists = await Promise.all(wanted.map(async (key) => {
      const n = hash(key) % title.chunks;
      const chunk = await load("chunk " + title.folder + " " + n, `search/${title.folder}/${n}.js`);
      return articles((Object.hasOwn(chunk, key) && chunk[key]) || "");
    }));
    lists.sort((a, b) => a.size - b.size);
    const found = [];
    for (const article of lists[0].keys()) {
      if (!lists.every((l) => l.has(article))) continue;
      found.push({ article, inTitle: lists.every((l) => l.get(article)) ? 1 : 0 });
    }
    if (found.length === 0) return [];
    const issues = await load("issues " + title.folder, `search/${title.folder}/issues.js`);
    const starts = [];
    let sum = 0;
    for (const [, , n] of issues) { starts.push(sum); sum += n; }
    for (const f of found) {
      let low = 0, high = starts.length - 1;
      while (low < high) {
        const mid = (low + high + 1) >> 1;
        if (starts[mid] <= f.article) low = mid; else high = mid - 1;
      }
      [f.place, f.label] = issues[low];
      f.index = f.article - starts[low];
      f.title = title.name;
    }
    return found;
  }

  // spans finds where a folded term stands in a text, in the text's own units.
  function spans(text, term) {
    let folded = "";
    const at = [];
    for (let i = 0; i < text.length;) {
      const c = String.fromCodePoint(text.codePointAt(i));
      const f = fold(c);
      for (let k = 0; k < f.length; k++) at.push(i);
      folded += f;
      i += c.length;
    }
    at.push(text.length);
    const list = [];
    for (let i = folded.indexOf(term); i >= 0; i = folded.indexOf(term, i + term.length)) list.push([at[i], at[i + term.length]]);
    return list;
  }

  // marked gives a text with what was found in <mark>, as nodes: no text of an
  // issue is ever read as markup.
  function marked(text, wanted) {
    const all = wanted.flatMap((t) => spans(text, t)).sort((a, b) => a[0] - b[0]);
    const nodes = [];
    let from = 0;
    for (const [a, b] of all) {
      if (a < from) continue;
      const m = document.createElement("mark");
      m.textContent = text.slice(a, b);
      nodes.push(text.slice(from, a), m);
      from = b;
    }
    nodes.push(text.slice(from));
    return nodes;
  }

  // excerpt gives the words round the first place.
  function excerpt(text, wanted) {
    let first = text.length;
    for (const t of wanted) {
      const s = spans(text, t)[0];
      if (s) first = Math.min(first, s[0]);
    }
    if (first === text.length) first = 0;
    const from = Math.max(0, first - 30), to = Math.min(text.length, first + 70);
    return (from > 0 ? "…" : "") + text.slice(from, to).replace(/\n/g, " ") + (to < text.length ? "…" : "");
  }

  // hit gives the article's row where it holds all terms, else null.
  async function hit(found, wanted) {
    const texts = await load("text " + found.place, found.place + "/text.js");
    const a = texts[found.index];
    const whole = a.title + "\n" + (a.authors || "") + "\n" + a.text;
    if (!wanted.every((t) => spans(whole, t).length > 0)) return null;
    const li = document.createElement("li");
    const link = document.createElement("a");
    const excerpted = excerpt(a.text, wanted);
    link.href = new URL([...found.place.split("/"), a.id + ".html"].map(encodeURIComponent).join("/"), root);
    link.append(...marked(a.title || excerpted, wanted));
    const where = document.createElement("span");
    where.className = "aside";
    where.textContent = ` ${found.title} ${found.label}${a.authors ? " · " + a.authors : ""}`;
    const p = document.createElement("p");
    p.append(...marked(excerpted, wanted));
    li.append(link, where, p);
    return li;
  }

  const shown = 20; // hits at a time
  let turn = 0;

  async function search(query, folder) {
    const mine = ++turn;
    const status = document.getElementById("status"), hits = document.getElementById("hits"), more = document.getElementById("more");
    hits.replaceChildren();
    more.hidden = true;
    const wanted = terms(query);
    if (wanted.length === 0) { status.textContent = status.dataset.short; return; }
    status.textContent = status.dataset.busy;
    const titles = (await load("titles", "search/titles.js")).filter((t) => !folder || t.folder === folder);
    const wantedKeys = [...new Set(wanted.flatMap(keys))];
    const lists = await Promise.all(titles.map((t) => candidates(t, wantedKeys)));
    const found = lists.flat().sort((a, b) => b.inTitle - a.inTitle || (a.label < b.label ? 1 : a.label > b.label ? -1 : a.index - b.index));
    if (mine !== turn) return;
    let next = 0, count = 0;
    const go = async () => {
      more.hidden = true;
      for (const until = count + shown; count < until && next < found.length; next++) {
        const li = await hit(found[next], wanted);
        if (mine !== turn) return;
        if (li) { hits.append(li); count++; }
      }
      more.hidden = next >= found.length;
      status.textContent = count === 0 ? status.dataset.none : `${status.dataset.hits} ${count}${more.hidden ? "" : "+"}`;
    };
    more.onclick = go;
    await go();
  }

  addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("search");
    const asked = new URLSearchParams(location.search);
    const start = () => search(form.elements.q.value, form.elements.title.value).catch((e) => {
      document.getElementById("status").textContent = e.message;
    });
    form.addEventListener("submit", (e) => {
      e.preventDefault();
      const q = new URLSearchParams(new FormData(form));
      history.replaceState(null, "", "?" + q);
      start();
    });
    form.elements.q.value = asked.get("q") || "";
    form.elements.title.value = asked.get("title") || "";
    if (form.elements.q.value) start(); else form.elements.q.focus();
  });

  return {
    titles: (list) => got.set("titles", list),
    issues: (folder, list) => got.set("issues " + folder, list),
    chunk: (folder, n, map) => got.set("chunk " + folder + " " + n, map),
    text: (place, list) => got.set("text " + place, list),
  };
})();
