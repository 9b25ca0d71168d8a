// The theme's scripts are classic scripts, so that they run from file:// too: no modules, nothing newer than ES2020.
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".venv/", "build/", "dist/", "output/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["theme/static/js/**/*.js"],
    languageOptions: {
      ecmaVersion: 2020,
      sourceType: "script",
      globals: { ...globals.browser, lunr: "readonly" },
    },
    rules: {
      ...js.configs.recommended.rules,
      "consistent-return": "error",
      "curly": ["error", "multi-line"],
      "eqeqeq": "error",
      "no-alert": "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implicit-coercion": ["error", { boolean: false }],
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-loop-func": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "Literal[regex.pattern=/\\\\[wWbBpP]/]",
          message: "\\w, \\b and \\p{} mean other letters in JavaScript than in Python; take the letters from the tables.",
        },
        { selector: "Literal[regex.flags=/i/]", message: "/i folds letters its own way; fold with the tables." },
      ],
      "no-shadow": ["error", { hoist: "never" }],
      "no-throw-literal": "error",
      "no-unused-expressions": "error",
      "no-use-before-define": ["error", { functions: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      "strict": ["error", "safe"],
      "yoda": "error",
    },
  },
];
