/** The three steps, their foot, and what happens on Next, Later and Send. */
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";

import { useRequestTemplates } from "@/context/request-templates";
import { useConsentTexts } from "@/context/consent-texts";
import { useConsultNews } from "@/context/consults";
import { useMe } from "@/context/session";
import { asksFor } from "@/context/use-entering";
import { useVitalLimits } from "@/context/vital-limits";
import { serverNow, timeText } from "@/lib/clock";
import { handOverToEmergency } from "@/lib/emergency-start";
import { t, tryT, withWords } from "@/lib/i18n";
import { patientTitle, subjectText } from "@/lib/patient";
import { asProblem } from "@/lib/problem";
import { storeRequest } from "@/lib/request-store";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { later } from "@/ui/later";
import { ProblemAlert } from "@/ui/problem-alert";
import { SavedMark, StickyFooter } from "@/ui/sticky-footer";
import { toast } from "@/ui/toast";

import { emergencyFrom } from "./emergency-from";
import { jobOf } from "./request-api";
import { faultsOf, NO_FAULTS, stepOf, type Faults, type Place, type Step } from "./places";
import { emptyForm, isUntouched, missingAt, subjectOf, type Missing, type RequestForm } from "./request-state";
import { StepCase } from "./step-case";

import type { Draft } from "@/context/use-draft";
import type { Detail } from "@/lib/consult-api";
import type { Template } from "@/lib/request-templates";

export interface StepProps {
  readonly form: RequestForm;
  readonly change: (part: Partial<RequestForm>) => void;
  /** They come one after the other, while the form goes on. */
  readonly onPhotos: (change: (now: RequestForm["photos"]) => RequestForm["photos"]) => void;
  readonly faults: Faults;
  readonly toEmergency: () => void;
  readonly templates: readonly Template[] | null;
}

const Queued = lazy(async () => (await import("./later")).fetchQueued());
/** While the first step is filled in. */
const fetchSteps = () => withWords(["consult", "station", "ask"], import("./steps"));
const StepExam = later<StepProps>(async () => (await fetchSteps()).StepExam);
const StepAsk = later<StepProps>(async () => (await fetchSteps()).StepAsk);

const placeId = (place: Place): string => `rq-${place}`;

/** Leads to a place of the form: its field, or the first one inside it. */
function goTo(place: Place): void {
  const found = document.getElementById(placeId(place));
  const field = found?.matches("input,textarea,select,button")
    ? found
    : found?.querySelector("input,textarea,select,button");
  if (field instanceof HTMLElement) field.focus();
  found?.scrollIntoView({ block: "center" });
}

export function RequestPage({
  draft,
  form,
  server,
}: {
  draft: Draft<RequestForm>;
  form: RequestForm;
  server: Detail | null;
}) {
  const me = useMe();
  const limits = useVitalLimits();
  const templates = useRequestTemplates();
  const { set } = draft;
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const [told, setTold] = useState<readonly Missing[]>([]);
  const [offered, setOffered] = useState(true);
  const head = useRef<HTMLHeadingElement>(null);
  const lackingBox = useRef<HTMLDivElement>(null);
  const [, go] = useLocation();
  const nurse = me.grant?.role === "station_nurse";
  useEffect(() => {
    StepExam.fetch();
    StepAsk.fetch();
  }, []);

  const change = (part: Partial<RequestForm>) => {
    set((now) => ({ ...now, ...part }));
    setFaults((now) => without(now, part));
    setTold((now) =>
      now.length === 0
        ? now
        : missingAt(form.step, { ...form, ...part }, limits, templates).filter((one) =>
            now.some((held) => held.place === one.place),
          ),
    );
  };
  const toStep = (step: Step) => {
    setTold([]);
    set((now) => ({ ...now, step }));
    globalThis.scrollTo(0, 0);
    head.current?.focus();
  };
  const refused = (thrown: unknown) => {
    const found = faultsOf(asProblem(thrown));
    setFaults(found);
    const places = Object.keys(found.places) as Place[];
    const [first] = places.sort((a, b) => stepOf(a) - stepOf(b));
    if (first === undefined) return;
    set((now) => ({ ...now, step: stepOf(first) }));
    // The field is on the page only after that step is drawn.
    setTimeout(() => goTo(first), 50);
  };
  const store = useStore(form, server, draft, refused);

  const next = () => {
    const missing = missingAt(form.step, form, limits, templates);
    if (missing.length > 0) {
      setTold(missing);
      // The button stands at the foot, the list at the head of a long page.
      setTimeout(() => lackingBox.current?.scrollIntoView({ block: "center" }), 50);
    } else if (form.step < 3) toStep((form.step + 1) as Step);
  };
  const toEmergency = () => {
    void handOverToEmergency(me.id, emergencyFrom(form, server !== null, templates)).finally(() => go("/emergency"));
  };
  const lacking = ([1, 2, 3] as const)
    .flatMap((step) => missingAt(step, form, limits, templates))
    .filter((one) => !one.soft);
  const why =
    form.step < 3
      ? null
      : [...lacking.map((one) => tryT(`request.miss_${one.place}`)), ...(nurse ? [t("request.miss_nurse")] : [])]
          .filter((word) => word !== null)
          .join(", ");
  const onPhotos: StepProps["onPhotos"] = (next) => set((now) => ({ ...now, photos: next(now.photos) }));
  const props: StepProps = { form, change, onPhotos, faults, toEmergency, templates };
  if (store.queued) {
    return (
      <Suspense>
        <Queued consult={form.id} onEdit={store.again} />
      </Suspense>
    );
  }
  return (
    <>
      <Steps step={form.step} />
      <form
        className="main narrow rq"
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <h1 className="vh" tabIndex={-1} ref={head}>
          {stepName(form.step)}
        </h1>
        {draft.restoredFrom !== null && offered && !isUntouched(form) && (
          <Banner
            tone="info"
            icon="history"
            title={t("request.restoredTitle", { time: timeText(draft.restoredFrom) })}
            action={
              <>
                <Button tone="out-brand" onClick={() => setOffered(false)}>
                  {t("request.restoredGo")}
                </Button>
                {server === null && (
                  <Button
                    onClick={() => {
                      set(emptyForm());
                      setOffered(false);
                    }}
                  >
                    {t("request.restoredFresh")}
                  </Button>
                )}
              </>
            }
          >
            {t("request.restoredText", { who: whoOf(form), step: form.step })}
          </Banner>
        )}
        <div ref={lackingBox}>
          {told.length > 0 && (
            <Lacking
              missing={told}
              onAnyway={() => change({ unmeasured: true, without: form.without || t("request.unmeasured") })}
            />
          )}
        </div>
        {form.step === 1 && <StepCase {...props} />}
        {form.step === 2 && <StepExam.Part {...props} />}
        {form.step === 3 && <StepAsk.Part {...props} />}
        <ProblemAlert problem={store.problem} />
      </form>
      <StickyFooter
        left={
          <>
            {form.step > 1 && <Button onClick={() => toStep((form.step - 1) as Step)}>{t("common.back")}</Button>}
            <Button
              className={form.step > 1 ? "rq-later" : ""}
              tone={form.step > 1 ? "quiet" : "plain"}
              busy={store.busy === "later"}
              onClick={() => (isUntouched(form) ? go("/") : void store.run(false))}
            >
              {t("request.later")}
            </Button>
            {(why === null || why === "") && <SavedMark at={draft.savedAt} />}
          </>
        }
        why={why === null || why === "" ? null : t("request.missing", { list: why })}
      >
        {form.step < 3 ? (
          <Button tone="primary" size="lg" onClick={next}>
            {t(form.step === 1 ? "request.next2" : "request.next3")}
          </Button>
        ) : (
          <Button
            tone="primary"
            size="lg"
            icon={form.answer === "call" ? "phone" : "send"}
            busy={store.busy === "send"}
            disabled={why !== ""}
            onClick={() => void store.run(true)}
          >
            {store.busy === "send"
              ? t("request.sending")
              : t(form.answer === "call" ? "request.send" : "request.sendWritten")}
          </Button>
        )}
      </StickyFooter>
    </>
  );
}

const stepName = (step: Step): string => t(`request.step${step}`);

function whoOf(form: RequestForm): string {
  const subject = subjectOf(form);
  if (form.known !== null) return patientTitle(form.known, subject);
  const name = form.fresh?.name.trim() ?? "";
  return name === "" ? subjectText(subject) : name;
}

/** A field that is being corrected is no longer at fault. */
function without(faults: Faults, part: Partial<RequestForm>): Faults {
  const touched = new Set(Object.keys(part));
  // The new patient's fields live together.
  const gone = (place: string) =>
    touched.has(place) ||
    (touched.has("asked") && stepOf(place as Place) === 3 && place !== "question" && place !== "answer") ||
    (touched.has("fresh") && ["name", "birth", "village", "nationalId", "phone", "guardian"].includes(place));
  if (!Object.keys(faults.places).some(gone)) return faults;
  return {
    places: Object.fromEntries(Object.entries(faults.places).filter(([place]) => !gone(place))),
    vitals: touched.has("vitals") ? [] : faults.vitals,
  };
}

function useStore(
  form: RequestForm,
  server: Detail | null,
  draft: Draft<RequestForm>,
  onRefused: (thrown: unknown) => void,
) {
  const me = useMe();
  const limits = useVitalLimits();
  const templates = useRequestTemplates();
  const texts = useConsentTexts();
  const { keep, again } = useConsultNews();
  const [, go] = useLocation();
  const [busy, setBusy] = useState<"send" | "later" | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [queued, setQueued] = useState(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const run = async (send: boolean) => {
    setBusy(send ? "send" : "later");
    setProblem(null);
    const job = jobOf(form, server, send, {
      station: me.grant?.facility.id ?? "",
      patientWord: t("patient.someone"),
      textVersion: texts.held?.version ?? "",
      now: serverNow(),
      limits,
      templates,
    });
    const hold = async (request: typeof job | null) => {
      const { fetchHold } = await import("./later");
      await (await fetchHold()).hold(me.id, whoOf(form), form.id, request, form.photos);
    };
    try {
      const summary = await storeRequest(job);
      if (form.photos.length > 0) await hold(null);
      keep(summary);
      await draft.clear();
      if (gone.current) return;
      if (summary.state === "draft") {
        // What the list and the form hold of it must be what was just kept.
        void again(summary.id).catch(() => undefined);
        toast(t("request.savedLater"));
        go("/");
      } else {
        asksFor(summary.id);
        go(`/consults/${summary.id}/waiting`, { replace: true });
      }
    } catch (thrown) {
      const kept =
        asProblem(thrown).isLine &&
        (await hold(job).then(
          () => true,
          () => false,
        ));
      if (kept) {
        await draft.clear();
        setBusy(null);
        if (send) setQueued(true);
        else {
          toast(t("request.savedLater"));
          go("/");
        }
        return;
      }
      if (asProblem(thrown).code === "stale" && server !== null) await again(form.id).catch(() => undefined);
      setProblem(thrown);
      setBusy(null);
      onRefused(thrown);
    }
  };
  const back = () => {
    draft.set(form);
    setQueued(false);
  };
  return { busy, problem, run, queued, again: back };
}

function Steps({ step }: { step: Step }) {
  return (
    <div className="rq-steps">
      <ol className="stepper" aria-label={t("request.steps")}>
        {([1, 2, 3] as const).map((one) => (
          <li key={one} className={one < step ? "done" : undefined} aria-current={one === step ? "step" : undefined}>
            <span className="n">{one < step ? <Icon name="check" size="sm" /> : one}</span>
            <span>{stepName(one)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Names each place that lacks something; a tap leads there. What could not be measured may be passed. */
function Lacking({ missing, onAnyway }: { missing: readonly Missing[]; onAnyway: () => void }) {
  return (
    <Banner
      tone={missing.every((one) => one.soft) ? "warn" : "danger"}
      title={t("request.missingTitle", { n: missing.length })}
      live="alert"
      {...(missing.some((one) => one.soft) && {
        action: <Button onClick={onAnyway}>{t("request.goOnAnyway")}</Button>,
      })}
    >
      <ul className="rq-lack">
        {missing.map((one) => (
          <li key={one.place}>
            <button type="button" className="link" onClick={() => goTo(one.place)}>
              {tryT(`request.miss_${one.place}`)}
            </button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
