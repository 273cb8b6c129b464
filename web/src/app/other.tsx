/** Roles whose screens are not built yet get one page that says what they will find. */
import { Redirect, Route, Switch } from "wouter";

import OtherScreen from "@/features/other/screen";

import { HospitalShell } from "./hospital-shell";
import { NotFound, Titled } from "./router";

export default function Other() {
  return (
    <HospitalShell place="other">
      <Switch>
        <Route path="/">
          <Redirect to="/other" replace />
        </Route>
        <Route path="/other">
          <Titled title="title.other">
            <OtherScreen />
          </Titled>
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </HospitalShell>
  );
}
