import { defineCollection } from "astro:content";
import { z } from "astro/zod";
import { collationsLoader } from "./loaders/collations.ts";
import { conceptsLoader } from "./loaders/concepts.ts";
import { documentsLoader } from "./loaders/documents.ts";
import { indicatorsLoader } from "./loaders/indicators.ts";
import { overridesLoader } from "./loaders/overrides.ts";
import { redirectsLoader } from "./loaders/redirects.ts";
import { type Source, sourcesLoader } from "./loaders/sources.ts";
import { targetsLoader } from "./loaders/targets.ts";
import { termsLoader } from "./loaders/terms.ts";
import { type PlacedTheme, themesLoader } from "./loaders/themes.ts";
import type { DocumentTargets } from "./node/targets.ts";
import type { Collation } from "./text/collation/collate.ts";
import type { Indicator } from "./text/indicators/indicator.ts";
import type { ClauseRef, PolicyDocument } from "./text/model.ts";
import type { Redirect } from "./text/redirects/redirect.ts";
import type { Terms } from "./text/terms/terms.ts";

// The loaders hand over values that were checked where they were read; a second schema here could only disagree.
export const collections = {
  documents: defineCollection({ loader: documentsLoader(), schema: z.custom<PolicyDocument>() }),
  collations: defineCollection({ loader: collationsLoader(), schema: z.custom<Collation>() }),
  concepts: defineCollection({ loader: conceptsLoader(), schema: z.custom<{ readonly words: readonly string[] }>() }),
  overrides: defineCollection({
    loader: overridesLoader(),
    schema: z.custom<{ readonly follows: ClauseRef | null }>(),
  }),
  indicators: defineCollection({
    loader: indicatorsLoader(),
    schema: z.custom<{ position: number; indicator: Indicator }>(),
  }),
  redirects: defineCollection({
    loader: redirectsLoader(),
    schema: z.custom<{ readonly redirects: readonly Redirect[] }>(),
  }),
  sources: defineCollection({ loader: sourcesLoader(), schema: z.custom<Source>() }),
  themes: defineCollection({ loader: themesLoader(), schema: z.custom<PlacedTheme>() }),
  terms: defineCollection({ loader: termsLoader(), schema: z.custom<Terms>() }),
  targets: defineCollection({ loader: targetsLoader(), schema: z.custom<DocumentTargets>() }),
};
