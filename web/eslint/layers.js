/** House §4 as a lint: who may import whom inside src/. */
import path from "node:path";

const MAY = {
  wire: [],
  locales: ["locales"],
  lib: ["lib", "wire", "locales"],
  ui: ["ui", "lib", "locales"],
  context: ["context", "lib", "wire", "locales"],
  features: ["ui", "context", "lib", "wire", "locales"],
  app: ["app", "features", "ui", "context", "lib", "wire", "locales"],
};
const FRAMEWORK = /^(react|react-dom|wouter|@tanstack\/.*)(\/|$)/;

const parts = (file) => file.replaceAll("\\", "/").split("/src/").at(-1).split("/");

export const layers = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      layer: "{{from}} may not import {{to}} (docs/house.md §4).",
      feature: "Features never import each other: move what both need down to ui, context or lib.",
      framework: "lib knows no UI framework: bind it in context/.",
    },
  },
  create(context) {
    const [layer, feature] = parts(context.filename);
    if (!(layer in MAY) || /\.test\.tsx?$/.test(context.filename)) return {};
    const check = (node, source) => {
      if (layer === "lib" && FRAMEWORK.test(source)) return context.report({ node, messageId: "framework" });
      let target;
      if (source.startsWith("@/")) target = source.slice(2).split("/");
      else if (source.startsWith(".")) target = parts(path.resolve(path.dirname(context.filename), source));
      else return undefined;
      const [to, toFeature] = target;
      if (layer === "features" && to === "features") {
        return toFeature === feature ? undefined : context.report({ node, messageId: "feature" });
      }
      if (to === layer || MAY[layer].includes(to)) return undefined;
      return context.report({ node, messageId: "layer", data: { from: layer, to } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => typeof node.source.value === "string" && check(node, node.source.value),
    };
  },
};
