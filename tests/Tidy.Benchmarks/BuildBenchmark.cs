namespace Tidy.Benchmarks;

/// <summary>What Tidy adds to a build: nothing where nothing is due, one start of the tool where something is.</summary>
internal sealed class BuildBenchmark : IBenchmark
{
    public string Name => "build";

    public IEnumerable<Comparison> Run(Scratch scratch, Programs programs, int rounds)
    {
        var scene = new BuildScene(scratch, programs);
        Samples empty = new(), call = new(), without = new(), with = new(), apart = new(), together = new();
        for (int i = 0; i < rounds; i++)
        {
            (double emptyTarget, double tidyTarget) = scene.EngineTimes();
            empty.Add(emptyTarget);
            call.Add(tidyTarget);
            double bare = scene.Build("all.slnx", "-p:TidyEnabled=false");
            without.Add(bare);
            with.Add(scene.Build("all.slnx"));
            scene.Add($"alone-{i}.log");
            apart.Add(bare + Programs.Time("dotnet", "exec", programs.Tool + ".dll", "apply", "--workspace", scene.Folder));
            scene.Build("all.slnx"); // the gate is out of date after a run by hand
            scene.Add($"built-{i}.log");
            together.Add(scene.Build("all.slnx"));
        }

        yield return new Comparison("Build: one call with nothing to do, engine time", empty, call, MaxRatio: null) { MaxValue = 1 };
        yield return new Comparison("Build: 6 projects x 2, nothing to do", without, with, 1.1);
        yield return new Comparison("Build: 6 projects x 2, one file to move", apart, together, 1.1);
    }
}
