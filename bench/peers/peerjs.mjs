// PeerServer as its own command line starts it, but for how many may be there. Says which process listens and where;
// ends with its standard input.
import { PeerServer } from "peer";

const port = Number(process.argv[2]);
PeerServer({ port, host: "127.0.0.1", path: "/", concurrent_limit: 5000 }, () => console.log(process.pid, port));
process.stdin.resume().on("end", () => process.exit());
