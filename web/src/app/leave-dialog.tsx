/** Signing out would take away what nobody has received: said before, with the other way. */
import { useSession } from "@/context/session";
import { t } from "@/lib/i18n";
import { ConfirmDialog } from "@/ui/dialog";

export default function LeaveDialog({ n, onClose, onLeave }: { n: number; onClose: () => void; onLeave: () => void }) {
  const { session } = useSession();
  if (session.kind !== "signed-in") return null;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={onLeave}
      title={t("away.signOutTitle", { n })}
      confirm={t("away.signOut")}
      cancel={t("away.stay")}
      danger
    >
      {t("away.signOutText")}
    </ConfirmDialog>
  );
}
