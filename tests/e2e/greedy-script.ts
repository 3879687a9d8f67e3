// A page's script that takes every key before anybody else, as Telegram's two clients do together.

/**
 * In its own first script, before anything of ours: Web K closes the chat at Escape, from the window; Web A goes to its
 * composer at any other key, from the document.
 */
export const GREEDY = `<script>
window.heard = [];
for (const type of ['keydown', 'keypress', 'keyup']) window.addEventListener(type, (event) => {
  window.heard.push(type + ' ' + event.key);
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' || event.target.isContentEditable) return;
  document.querySelector('[contenteditable]')?.focus();
}, true);
</script>`;
