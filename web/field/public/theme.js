// Before the first paint, so that the dark page never flashes white. A file of its own: the page allows no inline script.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('gongshui.theme');
  } catch {
    // A browser that keeps nothing: as the system has it.
  }
  if (theme !== 'light' && theme !== 'dark')
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
})();
