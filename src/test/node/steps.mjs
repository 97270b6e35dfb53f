// A story in named steps: each is told as it passes, the first that fails ends the run with exit code 1.
export async function tell(steps) {
  const names = Object.keys(steps);
  let passed = 0;
  for (const name of names) {
    try {
      await steps[name]();
      passed++;
      console.log(`ok ${name}`);
    } catch (failure) {
      console.log(`not ok ${name}: ${failure.stack}`);
      break;
    }
  }
  console.log(`${passed} of ${names.length} steps ok`);
  return passed === names.length && passed > 0;
}
