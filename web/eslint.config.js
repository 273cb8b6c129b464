import js from "@eslint/js";
import globals from "globals";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

import { layers } from "./eslint/layers.js";

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/wire/*.d.ts"] },
  js.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, reactHooks.configs.flat["recommended-latest"]],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { telemed: { rules: { layers } } },
    rules: {
      "telemed/layers": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // Ids are asked for by the type they shall have.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // `void promise` marks one whose failure is handled elsewhere or shown by the screen.
      "@typescript-eslint/no-floating-promises": ["error", { ignoreVoid: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-restricted-globals": [
        "error",
        { name: "alert", message: "Use ui/Banner or notifications." },
        { name: "confirm", message: "Use ui/ConfirmDialog." },
      ],
    },
  },
  {
    files: ["src/**/*.test.{ts,tsx}", "src/test/**"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["build/**/*.ts", "vite.config.ts"],
    extends: [tseslint.configs.strict],
    languageOptions: { globals: globals.node },
  },
  { files: ["scripts/**", "eslint/**", "*.js"], languageOptions: { globals: globals.node } },
  { files: ["sw/**"], languageOptions: { globals: globals.serviceworker, sourceType: "script" } },
  { files: ["sw/*.test.js"], languageOptions: { globals: globals.node, sourceType: "module" } },
);
