/** A WebSocket whose other end the test holds. */
import type { ClientFrame, ServerFrame } from "@/wire/frames";

export class FakeSocket {
  static made: FakeSocket[] = [];
  static get last(): FakeSocket {
    const socket = FakeSocket.made.at(-1);
    if (!socket) throw new Error("no socket yet");
    return socket;
  }

  readyState = 0;
  readonly sent: ClientFrame[] = [];
  closedWith: number | null = null;
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;

  readonly url: string;
  readonly protocol: string;

  constructor(url: string, protocol: string) {
    this.url = url;
    this.protocol = protocol;
    FakeSocket.made.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientFrame);
  }
  close(code: number): void {
    this.closedWith = code;
    this.readyState = 3;
  }

  /** The server's side. */
  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  says(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  breaks(): void {
    this.closes(1006);
  }
  closes(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
  welcomes(more: Partial<Extract<ServerFrame, { type: "welcome" }>> = {}): void {
    this.says({
      type: "welcome",
      link: "L1",
      token: "T1",
      resumed: false,
      last: 0,
      heartbeat_ms: 10_000,
      grace_ms: 60_000,
      server_time: "2026-08-20T13:00:00Z",
      ...more,
    });
  }
  typesSent(): string[] {
    return this.sent.map((frame) => frame.type);
  }
}
