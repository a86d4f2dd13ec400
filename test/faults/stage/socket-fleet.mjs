import { io } from "socket.io-client";

// Opens many sockets with the tokens it reads, lets them come back as the pages do, and says how many are connected.
const [url, count] = process.argv.slice(2);
const atOnce = 50;
let text = "";
for await (const part of process.stdin) text += part;
const tokens = JSON.parse(text);
let online = 0;
let told = -1;

setInterval(() => {
  if (online !== told) console.log(online);
  told = online;
}, 100);

for (let at = 0; at < Number(count); at += 1) {
  const socket = io(url, {
    transports: ["websocket"],
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    auth: { token: tokens[at % tokens.length] },
  });
  socket.on("connect", () => {
    online += 1;
  });
  socket.on("disconnect", () => {
    online -= 1;
  });
  // As many under way as a listening queue takes, not all in the same instant; a server that is away stops nothing.
  const giveUpAt = Date.now() + 1000;
  while (at + 1 - online >= atOnce && Date.now() < giveUpAt)
    await new Promise((resolve) => setTimeout(resolve, 10));
}
