import { type ColourName, palette } from '../palette.ts'

const colours = (ground: 'light' | 'dark'): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour[ground]}`)
    .join(';')

/** Drawings are made for a light ground; on a dark one each of their colours becomes its counterpart. */
const redrawn = (Object.keys(palette) as ReadonlyArray<ColourName>)
  .map(name => {
    const { light, dark } = palette[name]
    return `.drawing [fill="${light}"]{fill:${dark}}.drawing [stroke="${light}"]{stroke:${dark}}`
  })
  .join('\n')

/** How the page looks: on a screen, light and dark, on a phone, and on paper. */
export const style = `
:root{color-scheme:light;${colours('light')};--surface:#f4f6f8}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:break-word}
header,main,footer{max-width:48rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:3rem}
h1,h2{line-height:1.2;text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:2.25rem;font-weight:700;letter-spacing:-.02em;margin:.25rem 0 .5rem}
h2{font-size:1.375rem;font-weight:650;letter-spacing:-.01em;margin:0 0 .375rem}
p{margin:0 0 .5rem}
.kind{color:var(--first);font-weight:600;margin:0}
.origin,.lead,figcaption,.note{color:var(--muted);overflow-wrap:anywhere}
.lead{max-width:44rem;margin-bottom:1rem}
section{margin:3.5rem 0 0}
small{display:block;color:var(--muted);font-size:.8125rem;font-weight:400}
a{color:var(--first)}
:focus-visible{outline:3px solid var(--first);outline-offset:2px;border-radius:2px}
.unseen{position:absolute;left:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}

.tiles{display:grid;gap:1rem;grid-template-columns:1fr 1fr;margin-top:1rem}
.tile{background:var(--surface);border-radius:.75rem;padding:1.25rem}
.tile p{margin:0}
.tile .figure{font-size:2rem;font-weight:700;letter-spacing:-.02em;line-height:1.15;font-variant-numeric:tabular-nums}
.tile .caption{margin-top:.375rem;line-height:1.35}
.tile .fraction{color:var(--muted);font-size:.875rem;margin-top:.375rem}
.tile.intake{grid-column:1/-1;border-left:.375rem solid var(--first)}
.tile.intake .figure{font-size:4rem;color:var(--first)}
.tile.intake .caption{font-size:1.125rem}
.meter{display:block;width:100%;height:.625rem;margin:.75rem 0 .25rem;border-radius:.3125rem}
.meter .all{fill:var(--line)}
.meter .part{fill:var(--first)}

details{margin-top:.5rem}
summary{cursor:pointer;color:var(--first);font-size:.875rem;width:fit-content;padding:.125rem 0}
summary:hover{text-decoration:underline}
.definition{margin:.5rem 0 0;font-size:.875rem;line-height:1.45;font-weight:400}
.definition>div{margin-bottom:.5rem}
.definition dt{color:var(--muted)}
.definition dd{margin:0;overflow-wrap:anywhere}
.whole{white-space:nowrap}

@media (min-width:36rem){:is(.tile.intake,.more,section>details) .definition>div{display:grid;grid-template-columns:9rem 1fr;margin-bottom:.25rem}}

figure{margin:0}
.drawing svg{display:block;max-width:100%;height:auto}
.drawing text{font-family:inherit}
.drawing.narrow{display:none}
figcaption{font-size:.8125rem;margin-top:.25rem}
.more{display:flex;flex-wrap:wrap;column-gap:1.5rem;align-items:flex-start}
.more details[open],.more .figures[open]{flex-basis:100%}
.extrapolated{border-left:.25rem solid var(--second);padding-left:.75rem;max-width:44rem;margin-bottom:1rem}
.quartiles{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin:0 0 .5rem}
.quartiles dt{color:var(--muted);font-size:.875rem}
.quartiles dd{margin:0;font-size:1.125rem;font-weight:600}

.scroll{position:relative;overflow-x:auto;margin-top:.75rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.9375rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;color:var(--ink);border-bottom:2px solid var(--line);vertical-align:bottom}
tbody th{font-weight:400}
.number{text-align:right}
thead button{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;text-align:inherit;cursor:pointer}
thead button::after{content:"\u00a0↕";color:var(--muted)}
thead [aria-sort=ascending] button::after{content:"\u00a0↑";color:var(--first)}
thead [aria-sort=descending] button::after{content:"\u00a0↓";color:var(--first)}
.years tbody th{min-width:11rem}
.years tbody th summary{font-size:.9375rem}
.years tbody th details{margin:0}
.years td,.years thead .number{white-space:nowrap}
.years td:last-child{font-weight:650}
.december :is(th,td):not(:first-child){padding-left:.25rem}
.december :is(th,td):not(:last-child){padding-right:.25rem}
.decisions td:last-child{width:50%;min-width:14rem}
.decisions table{table-layout:auto}
.decisions details{margin:0}
.decisions details p{margin:.25rem 0 0;overflow-wrap:anywhere}
.decisions tbody th{white-space:nowrap;font-variant-numeric:tabular-nums}
.none{color:var(--muted)}
.tools button,.downloads a{font:inherit;font-size:.875rem;color:var(--first);background:none;cursor:pointer;display:inline-block;border:1px solid var(--first);border-radius:.5rem;padding:.375rem .75rem;text-decoration:none}
.tools button:hover,.downloads a:hover{background:var(--surface)}
@media screen{
.scroll:has(.decisions){max-height:36rem;overflow:auto;border-bottom:1px solid var(--line);background:
linear-gradient(transparent,var(--ground) 50%) bottom/100% 2rem no-repeat local,
linear-gradient(transparent,var(--line)) bottom/100% 1rem no-repeat scroll}
.decisions tbody tr:last-child>*{border-bottom:0}
.decisions thead th{position:sticky;top:0;background:var(--ground)}
}

footer{margin-top:4rem;padding-top:1.5rem;padding-bottom:3rem;color:var(--muted);font-size:.875rem}
.downloads{display:flex;flex-wrap:wrap;gap:.75rem;padding:0;margin:.75rem 0 0;list-style:none}

@media screen{.paper{display:none}}
@media screen and (prefers-color-scheme:dark){
:root{color-scheme:dark;${colours('dark')};--surface:#1b222a}
${redrawn}
}
@media screen and (max-width:46rem){
header,main,footer{padding-left:1rem;padding-right:1rem}
header{padding-top:1.5rem}
h1{font-size:1.75rem}
section{margin-top:2.5rem}
.tiles{grid-template-columns:1fr 1fr;gap:.75rem}
.tile{padding:1rem}
.tile .figure{font-size:1.625rem}
.tile.intake .figure{font-size:3rem}
.tile .caption{font-size:.9375rem;hyphens:auto}
.drawing.wide{display:none}
.drawing.narrow{display:block}
.years tbody th,.years thead th:first-child{position:sticky;left:0;background:var(--ground);min-width:8.5rem;max-width:9rem}
th,td{padding:.5rem}
.decisions tr{display:grid;grid-template-columns:minmax(0,1fr) auto minmax(0,1fr);border-bottom:1px solid var(--line)}
.decisions thead{position:sticky;top:0;z-index:1;background:var(--ground)}
.decisions :is(th,td){border:0;padding:.375rem .25rem}
.decisions td:last-child{grid-column:1/-1;width:auto;min-width:0;padding-top:0;padding-left:0}
.decisions thead th:last-child{display:none}
}
@media print{
@page{size:A4;margin:16mm 15mm}
html{font-size:9.5pt}
header,main,footer{max-width:none;padding:0}
header{padding-top:0}
section{margin-top:1.75rem}
h2,h3,.lead,.extrapolated,.quartiles{break-after:avoid}
.lead,.extrapolated,.quartiles,.entry,.december{break-inside:avoid}
figure,.tile,tr,.definition>div{break-inside:avoid}
thead{display:table-header-group}
thead button{display:contents}
.scroll{overflow:visible}
.tile{border:1px solid var(--line);padding:.75rem}
.tile .figure{font-size:1.5rem}
.tile.intake .figure{font-size:2.5rem}
summary{color:var(--ink);list-style:none}
summary::-webkit-details-marker{display:none}
:is(.tile,.more,section)>.define{display:none}
.decisions summary{display:none}
.more{display:block}
.definition>div{display:grid;grid-template-columns:9rem 1fr;margin-bottom:.125rem}
h3{font-size:1rem;margin:.5rem 0 0}
.definition{font-size:.8125rem}
details:not([open]).figures,thead button::after,.tools,.data{display:none}
.decisions :is(th,td){padding-top:.125rem;padding-bottom:.125rem}
.decisions td:last-child{width:65%;font-size:.9em}
.decisions table:not(:has(details[open])) :is(th,td):last-child{display:none}
.decisions td:last-child p{margin:0}
}
`
