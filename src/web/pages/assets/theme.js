/* Before the first paint: the theme that the person's device asks for. */
document.documentElement.dataset.frTheme = matchMedia('(prefers-color-scheme: dark)').matches
  ? 'dark'
  : 'light'
