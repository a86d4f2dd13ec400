/**
 * Words of attackers, one of each class that has run somewhere: tags, handlers, SVG, broken quoting, templates, links,
 * encodings. Whatever runs sets `window.ran`.
 */
export const scripts: readonly string[] = [
  `<script>window.ran=1</script>`,
  `<img src=x onerror="window.ran=2">`,
  `<svg/onload=window.ran=3>`,
  `"><details open ontoggle=window.ran=4>`,
  `'-(window.ran=5)-'`,
  `<iframe srcdoc="<script>parent.ran=6</script>"></iframe>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=window.ran=7>`,
  `<a href="java&#x0A;script:window.ran=8">click</a>`,
  `{{constructor.constructor('window.ran=9')()}}`,
  `\${window.ran=10}`,
  `<style>@import 'data:text/css,*{background:red}';</style>`,
  `<form action="javascript:window.ran=11"><button>go</button></form>`,
  `<img src="data:image/svg+xml,<svg onload='parent.ran=12'/>">`,
  `&lt;img src=x onerror=window.ran=13&gt;`,
  `\u2028<ScRiPt\u0000>window.ran=14</sCrIpT>`,
];

/** Links that must lead nowhere. */
export const links: readonly string[] = [
  `[click](javascript:window.ran=20)`,
  `[click](JaVaScRiPt&colon;window.ran=21)`,
  `[click](data:text/html,<script>window.ran=22</script>)`,
  `[click](vbscript:window.ran=23)`,
  `<javascript:window.ran=24>`,
  `![x](x"onerror="window.ran=25)`,
  `javascript:window.ran=26`,
  `https://example.com/"onmouseover="window.ran=27`,
];
