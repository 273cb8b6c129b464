/** A machine that several people use: pick the name, type the PIN. */
import { useEntry } from "@/context/use-entry";
import { serverNow, spanText, whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { signInByPin, type DevicePerson } from "@/lib/session-api";
import { Button } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { PinPad } from "@/ui/pin-pad";
import { pinSaid, Refused } from "@/ui/refused";
import { Avatar } from "@/ui/tags";

const AGO_WITHIN_MS = 12 * 3_600_000;

export default function People({
  people,
  picked,
  onPick,
  onOther,
  onForgot,
  onLocked,
  onBack,
}: {
  people: readonly DevicePerson[];
  picked: DevicePerson | null;
  onPick: (person: DevicePerson) => void;
  onOther: () => void;
  onForgot: () => void;
  onLocked: () => void;
  /** To the names again: on a phone the pad lies over them. */
  onBack: () => void;
}) {
  return (
    <div className={picked === null ? "card flush si-split" : "card flush si-split picked"}>
      <section className="stack" aria-labelledby="si-who">
        <div>
          <h1 id="si-who">{t("signIn.whoTitle")}</h1>
          <p className="mut">{t("signIn.whoText")}</p>
        </div>
        <div className="stack t">
          {people.map((person) => (
            <button
              key={person.id}
              type="button"
              className="person"
              aria-pressed={picked?.id === person.id}
              onClick={() => onPick(person)}
            >
              <Avatar name={person.name} large />
              <span className="sp">
                {person.name}
                <small>{word("profession", person.profession)}</small>
              </span>
              <small className="mut si-used">{usedText(person.used_at)}</small>
              <Icon name="right" />
            </button>
          ))}
          <button type="button" className="person" onClick={onOther}>
            <span className="sp">{t("signIn.someoneElse")}</span>
            <Icon name="right" />
          </button>
        </div>
      </section>
      {picked === null ? (
        <section className="si-pin si-nobody">
          <p className="mut">{t("signIn.pickFirst")}</p>
        </section>
      ) : (
        <ByPin key={picked.id} person={picked} onForgot={onForgot} onLocked={onLocked} onBack={onBack} />
      )}
    </div>
  );
}

function ByPin({
  person,
  onForgot,
  onLocked,
  onBack,
}: {
  person: DevicePerson;
  onForgot: () => void;
  onLocked: () => void;
  onBack: () => void;
}) {
  const { busy, refusal, attempt } = useEntry();
  const send = async (pin: string) => {
    const refused = await attempt(() => signInByPin(person.id, pin), { id: person.id, pin });
    if (refused?.kind === "pin-locked") onLocked();
  };
  return (
    <section className="stack si-pin" aria-label={person.name}>
      <Button icon="users" className="si-again" onClick={onBack}>
        {t("signIn.someoneElse")}
      </Button>
      <div className="stack t si-picked">
        <Avatar name={person.name} large />
        <h2>{person.name}</h2>
        <p className="mut">{t("pin.ask")}</p>
      </div>
      <PinPad busy={busy} error={pinSaid(refusal)} onPin={(pin) => void send(pin)} onForgot={onForgot} />
      {refusal !== null && <Refused refusal={refusal} wrong={t("pin.wrong")} />}
      <p className="s si-hint">{t("pin.hint")}</p>
    </section>
  );
}

function usedText(at: string): string {
  const ago = serverNow() - new Date(at).getTime();
  return ago < AGO_WITHIN_MS ? t("signIn.usedAgo", { time: spanText(Math.max(ago, 60_000)) }) : whenText(at);
}
