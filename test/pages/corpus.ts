/** What people and sites can type to make a page do what it should not. Nothing of it may become more than text. */
export const CORPUS: readonly string[] = [
  '<script>window.hacked=1</script>',
  '"><script>window.hacked=1</script>',
  "'><img src=x onerror=window.hacked=1>",
  '"><svg onload=window.hacked=1>',
  '</title><script>window.hacked=1</script>',
  '</textarea><script>window.hacked=1</script>',
  '<a href="javascript:window.hacked=1">x</a>',
  '" onmouseover="window.hacked=1" autofocus onfocus="window.hacked=1',
  '" hx-on:load="window.hacked=1" x="',
  '" hx-get="/app/" hx-trigger="load" x="',
  '{{constructor.constructor("window.hacked=1")()}}',
  '<!--<img src="--><img src=x onerror=window.hacked=1//">',
  '&lt;script&gt;window.hacked=1&lt;/script&gt;',
  '\u202e<script>window.hacked=1</script>',
  '<style>*{background:red}</style>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example/"><input name=a>',
];

/** The same in few names, several in each. */
export const NAMES: readonly string[] = [0, 3, 6, 9, 12, 15].map((from) => CORPUS.slice(from, from + 3).join(' '));
