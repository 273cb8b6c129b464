import { LoadingRows } from "@/ui/lists";

/** Placeholder: this screen is being built. */
export default function LogScreen() {
  return (
    <div className="main">
      <LoadingRows />
    </div>
  );
}
