// Shows notifications of new requests and leads a click to the talk. It keeps no page and answers no request.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const { title, body, tag, path } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { path } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data.path));
});

async function show(path) {
  const url = new URL(path, self.location.origin);
  if (url.origin !== self.location.origin) return;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const talk = url.searchParams.get("talk");
  const page = talk && pages.find((one) => new URL(one.url).pathname === "/agent");
  if (!page) return void (await self.clients.openWindow(url.href));
  // Told first: a browser that does not let the page come to the front must still show the talk in it.
  page.postMessage({ kind: "show-talk", conversationId: talk });
  await page.focus();
}
