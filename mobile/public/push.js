/**
 * What the service worker does with a message of the Server, {title, body, tag, url}: shows it, in place of what it
 * said of the same order before, and leads to the order when it is tapped.
 */
self.addEventListener('push', (event) => {
  const { title, body, tag, url } = event.data.json();
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag,
      renotify: true,
      icon: '/icon.svg',
      data: { url },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(new URL(event.notification.data.url, self.location.origin).href));
});

/** In the window that there is, if there is one. */
async function show(url) {
  const [there] = await self.clients.matchAll({ type: 'window' });
  if (!there) {
    await self.clients.openWindow(url);
    return;
  }
  await there.focus();
  if (there.url !== url) {
    await there.navigate(url);
  }
}
