import { LoadingRows } from "@/ui/lists";

/** Placeholder: this screen is being built. */
export default function StationHomeScreen() {
  return (
    <div className="main">
      <LoadingRows />
    </div>
  );
}
