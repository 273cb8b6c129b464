/** Which chunk a person's place gets, and the addresses all places share. */
import { lazy, type ComponentType } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";

import { usePageTitle, type TitleKey } from "@/context/use-page-title";
import { t, withWords } from "@/lib/i18n";
import { ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/lists";
import { asId } from "@/wire/ids";

import { SecurityScreen } from "./own-routes";
import { Screen } from "./screen";

import type { Place } from "@/context/roles";
import type { AnyId } from "@/wire/ids";

const PLACES: Readonly<Record<Place, ComponentType>> = {
  station: lazy(() => withWords(["consult", "station"], import("./station"))),
  specialist: lazy(() => withWords(["consult", "hospital"], import("./specialist"))),
  manager: lazy(() => withWords(["consult", "papers", "log"], import("./manager"))),
  admin: lazy(() => withWords(["admin"], import("./admin"))),
  privacy: lazy(() => withWords(["privacy"], import("./privacy"))),
  other: lazy(() => withWords(["other"], import("./other"))),
};

export function Router({ place }: { place: Place }) {
  const Place = PLACES[place];
  return (
    <Switch>
      {/* Signed in while standing on the sign-in page. */}
      <Route path="/sign-in">
        <Redirect to="/" replace />
      </Route>
      <Route>
        <Screen>
          <Place />
        </Screen>
      </Route>
    </Switch>
  );
}

/** One screen: its title, its loading rows, its own net if it breaks. */
function Titled({ title, children }: { title: TitleKey; children: React.ReactNode }) {
  usePageTitle(title);
  const [at] = useLocation();
  return <Screen at={at}>{children}</Screen>;
}

/** Gives `children` the id in the address, or says that there is no such page. */
function WithId<I extends AnyId>({ id, children }: { id: string | undefined; children: (id: I) => React.ReactNode }) {
  const known = asId<I>(id);
  return known === null ? <NotFound /> : children(known);
}

function NotFound() {
  usePageTitle("title.other");
  return (
    <div className="main narrow">
      <EmptyState
        icon="search"
        title={t("common.notFoundTitle")}
        text={t("common.notFoundText")}
        action={<ButtonLink to="/">{t("common.goHome")}</ButtonLink>}
      />
    </div>
  );
}

/** What stands around one screen, given the title of its task; where the place frames them all, nothing. */
export type Frame = (screen: React.ReactElement, task: TitleKey) => React.ReactElement;
const bare: Frame = (screen) => screen;

// For a `Switch`. Functions, not components: it looks at the path of what it is given.

export function page(path: string, title: TitleKey, screen: React.ReactNode, framed = bare) {
  return <Route path={path}>{framed(<Titled title={title}>{screen}</Titled>, title)}</Route>;
}

/** A screen of the one thing whose id stands in the address. */
export function pageOf<I extends AnyId>(
  path: `${string}/:id${string}`,
  title: TitleKey,
  Shown: ComponentType<{ id: I }>,
  framed = bare,
) {
  return (
    <Route path={path}>
      {({ id }: { id?: string }) =>
        framed(
          <Titled title={title}>
            <WithId<I> id={id}>{(known) => <Shown id={known} />}</WithId>
          </Titled>,
          title,
        )
      }
    </Route>
  );
}

/** Stands last. */
export function tail(framed = bare) {
  return (
    <>
      {page("/security", "title.security", <SecurityScreen />, framed)}
      <Route>{framed(<NotFound />, "title.other")}</Route>
    </>
  );
}

/** A place whose `/` is another of its pages. */
export function homeAt(to: string) {
  return (
    <Route path="/">
      <Redirect to={to} replace />
    </Route>
  );
}
