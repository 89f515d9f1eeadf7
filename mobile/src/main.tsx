import './design/base.css';
import './design/components.css';
import { render } from 'preact';
import { App } from './App';
import { followChanges } from './api/changes';
import { resume } from './api/session';
import { speakAsBefore } from './i18n';
import { shell } from './shell';

const root = document.getElementById('app');
if (!root) {
  throw new Error('index.html has no #app');
}
await speakAsBefore();
render(<App />, root);
if (location.pathname !== '/view') {
  await resume();
}
followChanges();
if (shell.platform === 'web' && 'serviceWorker' in navigator && import.meta.env.PROD) {
  await navigator.serviceWorker.register('/sw.js');
}
