/** The app's few pictures: 24 px, stroke 2, always beside a word. */
const PATHS = {
  alert: "M12 4 2.5 20h19zM12 10v4M12 17v.2",
  bell: "M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4",
  calendar: "M4 6h16v15H4zM4 11h16M8 3v5M16 3v5",
  camera: "M3 8h4l2-3h6l2 3h4v11H3zM8.5 13a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0",
  chat: "M4 5h16v12H10l-5 4v-4H4z",
  check: "m5 12.5 4.5 4.5L19 7",
  clock: "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 7v5l3.5 2",
  cloudOff: "M7 18h10.5M19.8 16.5A4 4 0 0 0 17.5 10 6 6 0 0 0 9.5 6.5M6.5 9.5A4.3 4.3 0 0 0 7 18M3 3l18 18",
  down: "M6 9l6 6 6-6",
  download: "M12 4v11M7 10.5l5 5 5-5M4 20h16",
  eye: "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7ZM9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  fold: "M3 5h18v14H3zM3 14h18",
  full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  history: "M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 1.5",
  home: "m3 11 9-8 9 8M6 9v11h12V9",
  hospital: "M5 21V4h14v17M3 21h18M12 7v6M9 10h6M10 21v-4h4v4",
  image: "M3 5h18v14H3zM3 16l5-5 5 5 3-3 5 5M14.2 9a1.3 1.3 0 1 0 2.6 0 1.3 1.3 0 1 0-2.6 0",
  inbox: "M4 13l3-8h10l3 8v6H4zM4 13h5a3 3 0 0 0 6 0h5",
  info: "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 11v5M12 7.8v.2",
  key: "M3.5 15a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M11.5 11.5l8-8M16 7l3 3",
  leave: "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
  left: "m15 5-7 7 7 7",
  list: "M8 6h13M8 12h13M8 18h13M3.5 6v.1M3.5 12v.1M3.5 18v.1",
  lock: "M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3",
  menu: "M4 7h16M4 12h16M4 17h16",
  mic: "M9 5a3 3 0 0 1 6 0v6a3 3 0 0 1-6 0zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21",
  micOff: "M9 9v2a3 3 0 0 0 5 2.2M15 10V5a3 3 0 0 0-5.8-1M5.5 11a6.5 6.5 0 0 0 10.8 5M12 17.5V21M3 3l18 18",
  minus: "M5 12h14",
  pen: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  phone: "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A15 15 0 0 1 3 6a2 2 0 0 1 2-2Z",
  phoneOff:
    "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2zM16 3l5 5M21 3l-5 5",
  plus: "M12 5v14M5 12h14",
  print: "M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7z",
  pulse: "M2 12h5l2.5-7 4.5 14 2.5-7H22",
  refresh: "M20 5v5h-5M4 19v-5h5M19.5 10A8 8 0 0 0 6 7M4.5 14A8 8 0 0 0 18 17",
  right: "m9 5 7 7-7 7",
  search: "M4.5 11a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M16 16l5 5",
  send: "m3 11 18-8-6 18-3.5-7z",
  shield: "M12 3 4 6v6c0 5 3.5 7.5 8 9 4.5-1.5 8-4 8-9V6z",
  sign: "M3 18c3-8 5-12 7-11s-3 9-1 9 2.500-4 4-4 .5 3 2 3 2-1 3-1M3 21h18",
  siren: "M6 18v-6a6 6 0 0 1 12 0v6M4 18h16v3H4zM12 2v1.5M4 5l1.2 1.2M20 5l-1.2 1.2",
  skip: "m5 6 8 6-8 6zM17 6v12",
  speaker: "M4 9h4l5-4v14l-5-4H4zM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12",
  swap: "M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4",
  truck: "M2 7h12v10H2zM14 10h4l4 4v3h-8zM4.5 18a2 2 0 1 0 4 0 2 2 0 1 0-4 0M15.5 18a2 2 0 1 0 4 0 2 2 0 1 0-4 0",
  up: "M6 15l6-6 6 6",
  user: "M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4 21c.6-4.5 3.8-7 8-7s7.4 2.5 8 7",
  users:
    "M5.5 8.5a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M2.5 20c.6-4 3-5.5 6.5-5.5s5.900 1.5 6.500 5.500M16 5.3a3.5 3.5 0 0 1 0 6.4M18.5 15c1.8.9 2.7 2.6 3 5",
  video: "M3 7h11v10H3zM14 11l6-3.5v9L14 13",
  videoOff: "M6 7h8v8m0 2H3V7M14 11l6-3.5v9M3 3l18 18",
  wifi: "M2.5 9.5a14 14 0 0 1 19 0M6 13.5a9 9 0 0 1 12 0M9.5 17a4 4 0 0 1 5 0M12 20.2v.1",
  wifiOff: "M2.5 9.5a14 14 0 0 1 19 0M6 13.5a9 9 0 0 1 12 0M4 21L20 4",
  x: "m6 6 12 12M18 6 6 18",
} as const;

export type IconName = keyof typeof PATHS;

/** `sm` 16, plain 20, `lg` 28, `xl` 36 px. Hidden from readers: the word beside it speaks. */
export function Icon({ name, size }: { name: IconName; size?: "sm" | "lg" | "xl" }) {
  return (
    <svg className={size ? `i ${size}` : "i"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
