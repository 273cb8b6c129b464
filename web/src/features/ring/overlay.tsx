/** Placeholder: the ring sheet, shown over whichever screen is open. */
export default function RingOverlay() {
  return null;
}
