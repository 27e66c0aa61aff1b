using IncidentServerless.Cdk;

return Synthesis.Run(Console.Error);
