using Twin.Benchmarks;

return await BenchmarkRun.RunAsync(args);
