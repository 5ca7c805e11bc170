// Asks, streams, cancels and is refused by way of @gradio/client; prints what came as one line of JSON.
// (The client changes one object from event to event, so each is copied.)
import { Client } from "@gradio/client";

const [url, question, token] = process.argv.slice(2);
const headers = token ? { authorization: `Bearer ${token}` } : {};
const client = await Client.connect(url, { headers });
const told = { articles: (await client.predict("/articles", {})).data[0], events: [] };
if (question === "cancel") {
  const job = client.submit("/ask", { question });
  for await (const message of job) {
    if (message.type === "data") told.events.push(structuredClone(message.data[0]));
    if (told.events.length === 3) {
      await job.cancel();
      break;
    }
  }
} else {
  for await (const message of client.submit("/ask", { question })) {
    if (message.type === "data") told.events.push(structuredClone(message.data[0]));
  }
}
console.log(JSON.stringify(told));
process.exit(0);
