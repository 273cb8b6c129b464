/** Holds one screen: shows rows while its part is fetched, and words when it breaks. */
import { Component, Suspense, type ReactNode } from "react";

import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { LoadingRows } from "@/ui/lists";

/** `at` is the address: another address is another try. */
export function Screen({ children, at = "" }: { children: ReactNode; at?: string }) {
  return (
    <Catch key={at}>
      <Suspense
        fallback={
          <div className="main narrow">
            <LoadingRows />
          </div>
        }
      >
        {children}
      </Suspense>
    </Catch>
  );
}

class Catch extends Component<{ children: ReactNode }, { fault: "none" | "stale" | "crash" }> {
  override state = { fault: "none" as "none" | "stale" | "crash" };

  static getDerivedStateFromError(error: unknown): { fault: "stale" | "crash" } {
    // A part of an older build that is no longer on the server, or a line that broke while fetching it.
    const stale = error instanceof TypeError && /dynamically imported|module script/i.test(error.message);
    return { fault: stale ? "stale" : "crash" };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === "none") return this.props.children;
    const stale = fault === "stale";
    return (
      <div className="main narrow">
        <Banner
          tone={stale ? "info" : "danger"}
          title={stale ? t("common.staleTitle") : t("common.crashedTitle")}
          live="alert"
          action={
            <Button tone="primary" icon="refresh" onClick={() => location.reload()}>
              {t("common.reload")}
            </Button>
          }
        >
          {stale ? t("common.staleText") : t("common.crashedText")}
        </Banner>
      </div>
    );
  }
}
