"""Set an article with Typst or XeLaTeX. usage: pairs.py typst|xelatex ISSUE.json FONTS ARTICLE FOLIO [TURN]"""
import json, os, subprocess, sys

program, issue, fonts, article, folio, *turn = sys.argv[1:]
a = next(x for x in json.load(open(issue))["articles"] if x["id"] == article)
json.dump(a, open(article + ".json", "w"))
if program == "typst":
    import typst
    typst.compile("magazine.typ", output=f"typst-{article}.pdf", root="/", font_paths=[fonts], ignore_system_fonts=True,
                  sys_inputs={"article": os.path.abspath(article + ".json"), "folio": folio, "turn": (turn + ["-1"])[0]})
    sys.exit()
esc = lambda s: "".join("\\" + c if c in "#$%&_{}" else c for c in s)
out = ["\\opening{%s}{%s}{%s}{%s}" % (esc(a["section"]), esc(a["title"]), esc(a["subtitle"]), "　".join(a["authors"])), "\\begin{multicols}{2}"]
blocks = [b for b in a["blocks"] if b["kind"] not in ("title", "subtitle", "kicker", "byline", "role", "dateline", "credit")]
credit = {id(b): c for b, c in zip(a["blocks"], a["blocks"][1:]) if b["kind"] == "caption" and c["kind"] == "credit"}
for b in blocks:
    t, lead = esc(b["text"]), esc(b.get("lead", ""))
    if b["kind"] == "heading": out.append("\\head{%s}" % t)
    elif b["kind"] == "caption": out.append("\\begin{legend}%s%s\\end{legend}" % (t, "\\hfill{\\kai %s}" % esc(credit[id(b)]["text"]) if id(b) in credit else ""))
    elif b["kind"] in ("source", "editor", "affiliation", "prompt"): out.append("\\under{%s}" % t)
    elif b.get("form") == "question": out.append("\\ask{%s}" % t)
    else: out.append(("{\\hei\\bfseries %s}%s" % (lead, t[len(lead):]) if lead else t) + "\\par")
open(article + ".tex", "w").write("\n".join(out + ["\\end{multicols}"]) + "\n")
subprocess.run(["xelatex", "-interaction=batchmode", "-jobname=xelatex-" + article,
                f"\\def\\fonts{{{fonts}}}\\def\\folio{{{folio}}}\\def\\texts{{{article}.tex}}\\input{{magazine.tex}}"], stdout=subprocess.DEVNULL)
