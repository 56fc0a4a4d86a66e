Console.WriteLine("Twin benchmarks");
