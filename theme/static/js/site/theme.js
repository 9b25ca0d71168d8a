/* Light or dark: as the system is, unless the reader asked for the other one. Every page loads this in its
   head, not deferred, so that it is set before anything is painted. */
(function (scope) {
  'use strict';

  const { recall, remember } = scope.izdeuStored;
  const html = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  function isDark() {
    return html.dataset.theme ? html.dataset.theme === 'dark' : dark.matches;
  }

  function setTheme(theme) {
    if (theme === 'dark' || theme === 'light') html.dataset.theme = theme;
    else delete html.dataset.theme;
  }

  function wireTheme() {
    const button = document.getElementById('ui-theme');
    const show = () => button.setAttribute('aria-pressed', String(isDark()));
    button.hidden = false;
    button.addEventListener('click', () => {
      const wanted = isDark() ? 'light' : 'dark';
      const system = dark.matches ? 'dark' : 'light';
      const choice = wanted === system ? null : wanted;
      setTheme(choice);
      remember('localStorage', 'theme', choice);
      show();
    });
    dark.addEventListener('change', show);
    show();
  }

  setTheme(recall('localStorage', 'theme'));
  document.addEventListener('DOMContentLoaded', wireTheme);
}(window));
