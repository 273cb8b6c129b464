/** All files of the case in the room, over it: the call goes on beneath. */
import { useCaseFiles } from "@/context/use-case-files";
import { FilesOver, KnownFiles } from "@/ui/case-files/known";

import type { Summary } from "@/lib/consult-api";

export const AllFiles = ({ summary }: { summary: Summary }) => (
  <FilesOver>
    <Inside summary={summary} />
  </FilesOver>
);

const Inside = ({ summary }: { summary: Summary }) => <KnownFiles known={useCaseFiles(summary)} />;
