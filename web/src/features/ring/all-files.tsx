/** What the station sent, to be seen before the case is taken. */
import { useCaseFiles } from "@/context/use-case-files";
import { FilesOver, KnownFiles } from "@/ui/case-files/known";

import type { Summary } from "@/lib/consult-api";

export const AllFiles = ({ summary }: { summary: Summary }) => (
  <FilesOver>
    <Inside summary={summary} />
  </FilesOver>
);

const Inside = ({ summary }: { summary: Summary }) => <KnownFiles known={useCaseFiles(summary)} />;
