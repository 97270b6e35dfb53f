/**
 * The steps of a submission and their results. Each step is one call to the CRM. {@code StepExecutor} runs them; {@code
 * EffectProbe} and {@code DuplicateRemover} recover a creating call whose answer was lost, by its {@code Marker}.
 */
package ghl.gateway.submission.step;
