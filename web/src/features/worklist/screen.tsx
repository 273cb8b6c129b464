import { LoadingRows } from "@/ui/lists";

/** Placeholder: this screen is being built. */
export default function WorklistScreen() {
  return (
    <div className="main">
      <LoadingRows />
    </div>
  );
}
