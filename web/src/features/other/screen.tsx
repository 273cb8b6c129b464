/** A plain page for roles without screens: what they will find here, and whom to ask until then. */
import { useMe } from "@/context/session";
import { t, word } from "@/lib/i18n";
import { Card, PageHeader } from "@/ui/card";
import { Icon } from "@/ui/icon";

import { rolesWithout, type RoleWithout } from "./other-state";

import "./other.css";

export default function OtherScreen() {
  const me = useMe();
  const roles = rolesWithout(me.grants);
  if (roles.length === 0) {
    return (
      <div className="main narrow">
        <PageHeader title={t("other.titleNone")} lead={t("other.leadNone")} />
        <Card>
          <Now>{t("other.askNone")}</Now>
        </Card>
      </div>
    );
  }
  return (
    <div className="main narrow">
      <PageHeader title={t("other.title")} lead={t("other.lead")} />
      {roles.map((role) => (
        <Card key={role} title={word("role", role)} aside={<small>{placesOf(role, me.grants)}</small>}>
          <div className="stack">
            <div className="stack t">
              <h3>{t("other.will")}</h3>
              <ul className="ot-list">
                {([1, 2, 3] as const).map((n) => (
                  <li key={n}>
                    <Icon name="right" />
                    {t(`other.${role}${n}`)}
                  </li>
                ))}
              </ul>
            </div>
            <hr className="rule" />
            <Now>{t(`other.${role}Now`)}</Now>
          </div>
        </Card>
      ))}
    </div>
  );
}

function Now({ children }: { children: string }) {
  return (
    <div className="stack t">
      <h3>{t("other.now")}</h3>
      <p>{children}</p>
    </div>
  );
}

function placesOf(role: RoleWithout, grants: ReturnType<typeof useMe>["grants"]): string {
  return [...new Set(grants.filter((grant) => grant.role === role).map((grant) => grant.facility.name))].join(", ");
}
