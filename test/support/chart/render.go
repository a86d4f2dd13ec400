// Renders a chart with Go's own templates and sprig, as Helm does: `render <folder> <values.json>` prints the documents
// of its YAML templates. Of Helm's own functions it has those that the chart uses; another one is an error at once.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"github.com/ghodss/yaml"
)

type values = map[string]interface{}

func main() {
	if err := render(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func render(folder, valuesFile string) error {
	chart, defaults, given := values{}, values{}, values{}
	files := map[string]*values{
		filepath.Join(folder, "Chart.yaml"):  &chart,
		filepath.Join(folder, "values.yaml"): &defaults,
		valuesFile:                           &given,
	}
	for path, into := range files {
		text, err := os.ReadFile(path)
		if err == nil {
			err = yaml.Unmarshal(text, into)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	paths, err := filepath.Glob(filepath.Join(folder, "templates", "*"))
	if err != nil {
		return err
	}
	all, err := parse(paths)
	if err != nil {
		return err
	}
	root := values{
		"Values":  merge(defaults, given),
		"Chart":   values{"Name": chart["name"], "Version": chart["version"], "AppVersion": chart["appVersion"]},
		"Release": values{"Name": "desk", "Namespace": "default", "Service": "Helm"},
	}
	for _, path := range paths {
		var text bytes.Buffer
		if err := all.ExecuteTemplate(&text, path, root); err != nil {
			return err
		}
		if strings.HasSuffix(path, ".yaml") {
			fmt.Printf("---\n%s\n", text.String())
		}
	}
	return nil
}

// What Helm adds to sprig, and takes from it: a chart never sees the environment.
func parse(paths []string) (*template.Template, error) {
	all := template.New("chart").Option("missingkey=zero")
	functions := sprig.TxtFuncMap()
	delete(functions, "env")
	delete(functions, "expandenv")
	functions["include"] = func(name string, data interface{}) (string, error) {
		var text bytes.Buffer
		err := all.ExecuteTemplate(&text, name, data)
		return text.String(), err
	}
	functions["required"] = func(sentence string, value interface{}) (interface{}, error) {
		if value == nil || value == "" {
			return nil, errors.New(sentence)
		}
		return value, nil
	}
	functions["toYaml"] = func(value interface{}) (string, error) {
		text, err := yaml.Marshal(value)
		return strings.TrimSuffix(string(text), "\n"), err
	}
	all.Funcs(functions)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err == nil {
			_, err = all.New(path).Parse(string(text))
		}
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Maps are merged, anything else is replaced; nothing in place of a value takes it away.
func merge(under, over values) values {
	for name, value := range over {
		inner, isMap := value.(values)
		outer, wasMap := under[name].(values)
		switch {
		case value == nil:
			delete(under, name)
		case isMap && wasMap:
			under[name] = merge(outer, inner)
		default:
			under[name] = value
		}
	}
	return under
}
