// Walks a catalogue with Readium's r2-opds-js, from the root to a downloaded
// e-book, always by the first link, and prints what it met.
// node client.cjs TOOLS ROOT-FEED
const { createRequire } = require("node:module");
const need = createRequire(process.argv[2] + "/");
const src = "r2-opds-js/dist/es8-es2017/src/opds/";
const { OPDS } = need(src + "opds1/opds");
const { OPDSFeed } = need(src + "opds2/opds2");
const { convertOpds1ToOpds2 } = need(src + "converter");
const { initGlobalConverters_OPDS, initGlobalConverters_GENERIC } = need(src + "init-globals");
const { XML } = need("r2-utils-js/dist/es8-es2017/src/_utils/xml-js-mapper");
const { JSON: TAJSON } = need("ta-json-x");
const { DOMParser } = need("@xmldom/xmldom");

initGlobalConverters_OPDS();
initGlobalConverters_GENERIC();

async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

async function feed(url) {
  const text = await (await get(url)).text();
  if (new URL(url).pathname.endsWith(".json")) return TAJSON.deserialize(JSON.parse(text), OPDSFeed);
  return convertOpds1ToOpds2(XML.deserialize(new DOMParser().parseFromString(text, "application/xml"), OPDS));
}

(async () => {
  let url = process.argv[3];
  const met = [];
  for (;;) {
    const f = await feed(url);
    met.push(f.Metadata.Title);
    if (f.Publications && f.Publications.length) {
      const p = f.Publications[0];
      const book = p.Links.find((l) => l.TypeLink === "application/epub+zip");
      const cover = await get(new URL(p.Images[0].Href, url));
      const bytes = new Uint8Array(await (await get(new URL(book.Href, url))).arrayBuffer());
      const title = p.Metadata.Title;
      console.log(JSON.stringify({ met, title: typeof title === "string" ? title : Object.values(title)[0], cover: cover.headers.get("content-type"), book: Buffer.from(bytes).toString() }));
      return;
    }
    const way = f.Navigation.filter((l) => !(l.Rel || []).includes("http://opds-spec.org/sort/new"))[0];
    url = new URL(way.Href, url).href;
  }
})().catch((e) => { console.error(e); process.exit(1); });
