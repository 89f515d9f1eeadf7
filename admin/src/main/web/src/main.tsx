import { createRoot } from 'react-dom/client';
import { App } from './App';

// A part of this build that is fetched later may be gone after a new version came: the page is, then, the old one.
window.addEventListener('vite:preloadError', () => {
  const tried = Number(sessionStorage.getItem('ojeomneo.reloaded') ?? 0);
  if (Date.now() - tried > 10_000) {
    sessionStorage.setItem('ojeomneo.reloaded', String(Date.now()));
    window.location.reload();
  }
});

const root = document.getElementById('root');
if (root === null) {
  throw new Error('the page has no #root');
}
createRoot(root).render(<App />);
